import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { newBoxKey } from '../sealing/box.ts'
import { newReceipt } from '../sealing/receipt.ts'
import { visitName } from './mailbox-visit.ts'
import { beginVisit, endVisit, findVisit } from './visit-mailbox.ts'
import { visitStore } from './visit-store.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const site = 'harbour'

contract('Visits to the mailbox', (database) => {
  const visits = () => visitStore(database())

  async function begin() {
    const receipt = newReceipt()
    return { receipt, key: await beginVisit(visits(), site, receipt, now) }
  }

  test('whoever holds the key of a visit gets the receipt back, and nobody else', async () => {
    const { receipt, key } = await begin()
    assert.equal(await findVisit(visits(), { site, key }, now), receipt)
    assert.equal(await findVisit(visits(), { site, key: newBoxKey() }, now), undefined)
    assert.equal(await findVisit(visits(), { site: 'lantern', key }, now), undefined)
  })

  test('half an hour after the last page a visit is gone, and its row is destroyed', async () => {
    const { receipt, key } = await begin()
    assert.equal(await findVisit(visits(), { site, key }, minutesLater(29)), receipt)
    assert.equal(await findVisit(visits(), { site, key }, minutesLater(58)), receipt)
    assert.equal(await findVisit(visits(), { site, key }, minutesLater(104)), undefined)
    assert.ok((await visits().expire(minutesLater(104))) >= 1)
    assert.equal(await findVisit(visits(), { site, key }, now), undefined)
  })

  test('who closes the mailbox leaves nothing', async () => {
    const { key } = await begin()
    await endVisit(visits(), { site, key })
    assert.equal(await findVisit(visits(), { site, key }, now), undefined)
  })

  test('a row tells neither the receipt nor the moment', async () => {
    const { receipt, key } = await begin()
    const row = await database()
      .selectFrom('mailbox_visits')
      .selectAll()
      .where('name', '=', visitName(key))
      .executeTakeFirstOrThrow()
    assert.equal(row.expires_at, '2026-11-22T11:45:00.000Z')
    for (const secret of [receipt, receipt.replaceAll('-', ''), key])
      assert.equal(JSON.stringify(row).includes(secret), false)
  })
})

function minutesLater(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

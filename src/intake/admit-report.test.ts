import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openIntake } from './admit-report.ts'
import { Lanes, mostUnproven, mostWithoutWork, mostWithWork } from './lanes.ts'
import { mostBits } from './pressure.ts'
import { digestOfReport, findWork } from './work.ts'

const site = 'harbour'
const copied =
  'Buy now at the very best price, everything must go before the end of this week, call us.'

function open() {
  const clock = { now: new Date('2026-11-22T11:00:00Z') }
  const intake = openIntake(Buffer.alloc(32, 3), () => clock.now)
  let sent = 0
  const next = () => {
    sent += 1
    return sent
  }
  const later = (seconds: number) => {
    clock.now = new Date(clock.now.getTime() + seconds * 1000)
  }
  return {
    intake,
    later,
    /** Sends without script. */
    write: (written: string, sending = `sending ${next()}`) =>
      intake.admit({ site, sending, written }),
    /** Sends as a browser does that works for what it is asked. */
    work: async (mailbox = `mailbox ${next()}`, waits = 0) => {
      const { challenge, bits } = intake.terms(site)
      const report = { mailbox, body: 'sealed' }
      const nonce = await findWork(challenge, bits, digestOfReport(report))
      later(waits)
      return intake.admitSealed({ site, ...report, work: { challenge, nonce } })
    },
    seal: (mailbox = `mailbox ${next()}`) =>
      intake.admitSealed({ site, mailbox, body: 'sealed', work: undefined }),
  }
}

/** Sentences that nobody else wrote. */
function unlike(seed: number): string {
  const word = (place: number) => Math.imul(seed * 64 + place + 1, 0x9e3779b1).toString(36)
  return Array.from({ length: 20 }, (_, place) => word(place)).join(' ')
}

describe('taking reports in', () => {
  test('on an ordinary day everyone goes to the queue, and no browser has to work', async () => {
    const { intake, write, work, seal } = open()
    assert.equal(intake.terms(site).bits, 0)
    const lanes = [write(unlike(1)).lane, write('').lane, seal().lane, (await work()).lane]
    assert.deepEqual(lanes, ['usual', 'usual', 'usual', 'usual'])
  })

  test('whoever sends the same thing twice is answered the same', () => {
    const { write } = open()
    assert.deepEqual(write(copied, 'one'), write(copied, 'one'))
    assert.notEqual(write(copied, 'one').id, write(copied, 'two').id)
  })

  test('of a flood that says one thing, the first are in the queue and the others stand behind one', () => {
    const { write } = open()
    const first = write(copied)
    const flood = Array.from({ length: 1_000 }, (_, number) => write(`${copied} ${number}`))
    assert.ok(flood.filter(({ lane }) => lane === 'usual').length <= 3)
    const held = flood.filter(({ lane }) => lane === 'held')
    assert.ok(held.every(({ sameAs }) => sameAs === first.id))
    const genuine = write(unlike(1))
    assert.deepEqual([genuine.lane, genuine.sameAs], ['usual', undefined])
  })

  test('of a flood without work that says many things, so much goes to the queue, and the rest is held', async () => {
    const { write, work, seal, later } = open()
    const flood = Array.from({ length: 1_000 }, (_, number) => write(unlike(number)))
    assert.equal(flood.filter(({ lane }) => lane === 'usual').length, mostWithoutWork)
    assert.ok(flood.every(({ sameAs }) => sameAs === undefined))
    const sealed = Array.from({ length: 100 }, () => seal())
    assert.equal(sealed.filter(({ lane }) => lane === 'usual').length, mostUnproven)
    assert.equal((await work()).lane, 'usual')
    later(11 * 60)
    assert.equal(write(unlike(2_000)).lane, 'usual')
  })

  test('a flood at one site asks nothing of another', () => {
    const { intake, write } = open()
    for (let number = 0; number < 1_000; number += 1) write(unlike(number))
    assert.equal(intake.terms(site).bits, mostBits)
    assert.equal(intake.terms('castle').bits, 0)
    const other = intake.admit({ site: 'castle', sending: 'a', written: unlike(1) })
    assert.equal(other.lane, 'usual')
  })

  test('the more comes in, the more a browser is asked for, up to a second of a slow phone', () => {
    const { intake, write, later } = open()
    const asked = Array.from({ length: 500 }, (_, number) => {
      write(unlike(number))
      return intake.terms(site).bits
    })
    assert.deepEqual(
      asked,
      asked.toSorted((one, other) => one - other),
    )
    assert.deepEqual([...new Set(asked)], [0, 7, 8, mostBits])
    later(11 * 60)
    assert.equal(intake.terms(site).bits, 0)
  })

  test('work counts for one report, for one site and for a quarter of an hour', async () => {
    const { intake, write, seal, later } = open()
    for (let number = 0; number < 1_000; number += 1) write(unlike(number))
    for (let number = 0; number < mostUnproven; number += 1) seal()
    const { challenge, bits } = intake.terms(site)
    const report = { mailbox: 'one', body: 'sealed' }
    const nonce = await findWork(challenge, bits, digestOfReport(report))
    const send = (own: object) =>
      intake.admitSealed({ site, ...report, work: { challenge, nonce }, ...own }).lane
    assert.equal(send({}), 'usual')
    assert.equal(send({ mailbox: 'two' }), 'held')
    assert.equal(send({ body: 'another' }), 'held')
    assert.equal(
      send({ body: 'x', work: { challenge: challenge.replace('9', '0'), nonce } }),
      'held',
    )
    assert.equal(send({ body: 'y', work: { challenge: '', nonce: '' } }), 'held')
    later(16 * 60)
    for (let number = 0; number < 1_000; number += 1) write(unlike(number))
    const late = { mailbox: 'three', body: 'sealed' }
    const lateNonce = await findWork(challenge, bits, digestOfReport(late))
    for (let number = 0; number < mostUnproven; number += 1) seal()
    assert.equal(send({ ...late, work: { challenge, nonce: lateNonce } }), 'held')
  })

  test('who asked on a calm minute and sends in a flood is taken without work', () => {
    const { intake, write } = open()
    const { challenge } = intake.terms(site)
    for (let number = 0; number < 1_000; number += 1) write(copied)
    const report = { site, mailbox: 'one', body: 'sealed', work: { challenge, nonce: '' } }
    assert.equal(intake.admitSealed(report).lane, 'usual')
  })

  test('a flood that works is held as well, once the queue grows too fast to be read', () => {
    const lanes = new Lanes(() => new Date('2026-11-22T11:00:00Z'))
    const flood = Array.from({ length: mostWithWork + 5 }, (_, number) =>
      lanes.admit({ site, sending: `${number}`, worked: true }),
    )
    assert.equal(flood.filter(({ lane }) => lane === 'usual').length, mostWithWork)
    assert.equal(flood.at(-1)?.lane, 'held')
  })
})

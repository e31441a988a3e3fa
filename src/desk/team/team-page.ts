import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import type { Invitation } from '../../officers/invitation.ts'
import type { Officer } from '../../officers/officer.ts'
import { may } from '../../officers/policy.ts'
import { table } from '../../ui/components/table.ts'
import { tag } from '../../ui/components/tag.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { timeTag } from '../time-tag.ts'
import { type InviteView, inviteForm } from './invite-form.ts'

export interface TeamView {
  /** Who looks. */
  readonly officer: Officer
  readonly officers: readonly Officer[]
  readonly invitations: readonly Invitation[]
  /** The officers who have the desk key. */
  readonly holders: ReadonlySet<string>
  /** The desk keys of the officer who looks. */
  readonly grants: readonly DeskKeyGrant[]
  readonly invite: InviteView
}

export function teamPage(words: Words, view: TeamView): DeskPageView {
  const { officer, officers, holders, grants, invite } = view
  const grantsKeys = may(officer.role, 'grant-desk-key') && grants.length > 0
  return {
    title: words('desk.team.title'),
    part: 'team',
    status: invite.problem === undefined ? 200 : 422,
    compress: invite.link === undefined,
    scriptWords: 'desk.grant.',
    data: {
      officer: officer.id,
      grants: grantsKeys ? grants : [],
      officers: officers.map(({ id, name, recipient }) => ({ id, name, recipient })),
    },
    main: html`<h1>${words('desk.team.title')}</h1>
${holders.size === 1 && html`<p class="desk-note desk-note--strong">${words('desk.team.only-one')}</p>`}
<div class="desk-columns"><div data-desk="team">${list(words, view)}
<p class="desk-small">${words('desk.team.fingerprint-what')}</p><p role="status" data-progress></p></div>
<aside>${may(officer.role, 'invite-officer') && inviteForm(words, invite)}${pending(words, view)}</aside></div>`,
  }
}

function list(words: Words, { officers, holders, officer }: TeamView): Html {
  return table({
    head: [
      { text: words('desk.team.name') },
      { text: words('desk.team.role') },
      { text: words('desk.team.fingerprint') },
      { text: words('desk.team.key') },
    ],
    rows: officers.map(({ id, name, role }) => [
      {
        html: html`${name}${id === officer.id && html` <span class="desk-small">${words('desk.team.you')}</span>`}`,
      },
      { text: words(`desk.role.${role}`) },
      { html: html`<span class="desk-fingerprint" data-fingerprint="${id}"></span>` },
      {
        html: holders.has(id)
          ? tag({ text: words('desk.team.has-key'), classes: 'govuk-tag--green' })
          : html`<span data-grant="${id}">${tag({ text: words('desk.team.no-key'), classes: 'govuk-tag--yellow' })}</span>`,
      },
    ]),
  })
}

function pending(words: Words, { invitations }: TeamView): Html | false {
  if (invitations.length === 0) return false
  const items = invitations.map(
    ({ name, role, expiresAt }) =>
      html`<li>${name || words('desk.team.first')} <span class="desk-small">${words(`desk.role.${role}`)}, ${words('desk.team.until')} ${timeTag(expiresAt, 'minute')}</span></li>`,
  )
  return html`<div class="desk-pane"><h2>${words('desk.team.invited')}</h2><ul class="desk-activity">${items}</ul></div>`
}

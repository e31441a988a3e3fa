import { invitableRoles } from '../../officers/policy.ts'
import { button } from '../../ui/components/button.ts'
import { input } from '../../ui/components/input.ts'
import { radios } from '../../ui/components/radios.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { timeTag } from '../time-tag.ts'

export interface InviteView {
  readonly name: string
  /** The link that was just made. It is shown this once. */
  readonly link?: { readonly address: string; readonly expiresAt: string } | undefined
  readonly problem?: 'name-wrong' | 'name-taken' | 'role-wrong' | undefined
}

export function inviteForm(words: Words, { name, link, problem }: InviteView): Html {
  const error = problem && { text: words(`desk.team.${problem}`) }
  return html`<div class="desk-pane"><h2>${words('desk.team.invite')}</h2>${link && fresh(words, link)}
<form method="post" action="/invitations">${input({
    id: 'invite-name',
    name: 'name',
    label: { text: words('desk.team.invite-name') },
    value: link === undefined ? name : '',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: problem === 'role-wrong' ? undefined : error,
  })}${radios({
    idPrefix: 'invite-role',
    name: 'role',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: words('desk.team.role') } },
    errorMessage: problem === 'role-wrong' ? error : undefined,
    items: invitableRoles.map((role) => ({
      value: role,
      text: words(`desk.role.${role}`),
      hint: {
        text: words(
          role === 'administrator' ? 'desk.team.administrator-may' : 'desk.team.officer-may',
        ),
      },
      checked: role === 'officer',
    })),
  })}${button({ text: words('desk.team.invite-button') })}</form></div>`
}

function fresh(words: Words, link: { readonly address: string; readonly expiresAt: string }): Html {
  return html`<div class="desk-note desk-note--strong" role="status"><p>${words('desk.team.link')}</p><p class="desk-link" data-link>${link.address}</p><p class="desk-small">${words('desk.team.link-until')} ${timeTag(link.expiresAt, 'minute')}</p></div>`
}

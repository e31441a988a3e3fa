/** Every page of the desk: dense and quiet, like a mail program. */
import { attributes } from './components/attributes.ts'
import type { NavigationItem } from './components/service-navigation.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { type Html, html } from './html.ts'
import { type HeadView, head } from './layout.ts'

export type DeskLayoutView = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly theme?: 'light' | 'dark' | 'contrast' | undefined
  readonly title: string
  readonly head: HeadView
  readonly skip: string
  readonly desk: { readonly name: string; readonly href: string }
  /** Absent before an officer has signed in. */
  readonly navigation?:
    | {
        readonly label: string
        readonly items: readonly (NavigationItem | false | undefined)[]
      }
    | undefined
  /** Who is signed in, and the form that signs out. */
  readonly officer?: Html | undefined
  /** Said where there is no script. */
  readonly noscript?: string | undefined
  readonly main: Html
}

export function deskLayout(view: DeskLayoutView): Html {
  const root = attributes({
    lang: view.lang,
    dir: view.dir,
    class: 'govuk-template desk',
    'data-theme': view.theme,
  })
  const noscript =
    view.noscript && html`<noscript><p class="desk-noscript">${view.noscript}</p></noscript>`
  return html`<!DOCTYPE html>
<html${root}>
<head>${head(view.title, view.head)}</head>
<body class="govuk-template__body">
${skipLink({ text: view.skip, href: '#main-content' })}
${header(view)}
<main class="desk-main" id="main-content" tabindex="-1">${noscript}${view.main}</main>
</body>
</html>
`
}

function header({ desk, navigation, officer }: DeskLayoutView): Html {
  const nav =
    navigation &&
    serviceNavigation({
      navigation: navigation.items,
      navigationLabel: navigation.label,
      collapseNavigationOnMobile: false,
    })
  return html`<header class="desk-header"><a class="header__name" href="${desk.href}">${desk.name}</a>${nav}${officer && html`<div class="desk-officer">${officer}</div>`}</header>`
}

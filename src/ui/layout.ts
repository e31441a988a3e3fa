/** Every page of the site. All words come in through the view. */
import { attributes } from './components/attributes.ts'
import { type ExitBarOptions, exitBar } from './components/exit-bar.ts'
import { type FooterLink, footer } from './components/footer.ts'
import {
  type LanguageNavigationOptions,
  languageNavigation,
} from './components/language-navigation.ts'
import { type NavigationItem, serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { type Html, html, trusted } from './html.ts'

export type LayoutView = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Absent: as the device prefers. */
  readonly theme?: 'light' | 'dark' | 'contrast' | undefined
  readonly textSize?: 'large' | 'larger' | undefined
  /** The whole title of the window. */
  readonly title: string
  readonly head: HeadView
  readonly exit: ExitBarOptions
  /** What the link past the navigation says. */
  readonly skip: string
  /** Whom to call when there is no time to read. */
  readonly urgent?: Html | undefined
  readonly banner?: Html | undefined
  readonly site: { readonly name: string; readonly href: string }
  readonly languages?: LanguageNavigationOptions | undefined
  readonly navigation?:
    | {
        readonly label: string
        readonly items: readonly (NavigationItem | false | undefined)[]
      }
    | undefined
  readonly phase?: Html | undefined
  /** Begins with the back link or the breadcrumbs, where there are any. */
  readonly main: Html
  /** The numbers to call. */
  readonly help?: Html | undefined
  readonly footerLinks: readonly FooterLink[]
  readonly footerNote?: Html | undefined
}

export type HeadView = {
  /** The style sheet of the page; its hash stands in the content security policy. */
  readonly style: string
  /** A site's own colours, from `brandStyle`. */
  readonly brandStyle?: string | undefined
  /** Code that runs before anything shows: leaving. */
  readonly script?: string | undefined
  /** What that code reads, as `data-` attributes of its element: they do not change its hash. */
  readonly scriptData?: Readonly<Record<string, string>> | undefined
  /** Addresses of module bundles. */
  readonly modules?: readonly string[] | undefined
  readonly icon?: string | undefined
}

export function layout(view: LayoutView): Html {
  const root = attributes({
    lang: view.lang,
    dir: view.dir,
    class: 'govuk-template',
    'data-theme': view.theme,
    'data-text-size': view.textSize,
  })
  return html`<!DOCTYPE html>
<html${root}>
<head>${head(view.title, { ...view.head, modules: [] })}</head>
<body class="govuk-template__body">
${exitBar(view.exit)}
${header(view)}
<main class="main govuk-width-container" id="main-content" tabindex="-1">${view.main}</main>
${view.help}
${footer({ links: view.footerLinks, note: view.footerNote })}
${modules(view.head)}</body>
</html>
`
}

/** The head of a document at either door. */
export function head(title: string, view: HeadView): Html {
  const { brandStyle, script } = view
  return html`<meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">${
    script && html`<script${dataAttributes(view.scriptData)}>${trusted(script)}</script>`
  }<style>${trusted(view.style)}</style>${
    brandStyle && html`<style>${trusted(brandStyle)}</style>`
  }<link rel="icon" href="${view.icon ?? '/favicon.ico'}">${modules(view)}`
}

// Visitors’ browsers ask for a script when all that can be read has come.
function modules({ modules: paths = [] }: HeadView): readonly Html[] {
  return paths.map((path) => html`<script type="module" src="${path}"></script>`)
}

function dataAttributes(data: Readonly<Record<string, string>> = {}): Html {
  return attributes(
    Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value])),
  )
}

function header(view: LayoutView): Html {
  const { site, languages, urgent, banner } = view
  const skip = skipLink({ text: view.skip, href: '#main-content' })
  return html`<header>${skip}${urgent}${banner}<div class="header"><div class="header__inside govuk-width-container"><a class="header__name" href="${site.href}">${site.name}</a>${languages && languageNavigation(languages)}</div></div>${ways(view)}</header>`
}

function ways({ navigation, phase }: LayoutView): Html | undefined {
  if (navigation === undefined && phase === undefined) return undefined
  const nav =
    navigation &&
    serviceNavigation({
      navigation: navigation.items,
      navigationLabel: navigation.label,
      collapseNavigationOnMobile: false,
    })
  return html`<div class="ways">${nav}${phase}</div>`
}

import type { ComponentChildren } from 'preact'
import { Csrf } from './fields.tsx'
import { Icon } from './icon.tsx'
import type { Lang } from './lang.ts'
import { langs } from './lang.ts'
import { Mark } from './mark.tsx'
import { Notice } from './notice.tsx'
import { uiWords, type View } from './view.ts'

interface ShellProps {
  readonly view: View
  /** Name of this page in the window's title. */
  readonly title: string
  /** Style sheets and scripts that only this page needs, by the name of their entry. */
  readonly styles?: readonly string[]
  readonly scripts?: readonly string[]
  /** Seconds after which a page that waits for something loads itself anew where no script does it. */
  readonly refresh?: number | undefined
  readonly children: ComponentChildren
}

/** Address of the form that changes the language; it answers with a redirect back to `return`. */
export const languagePath = '/ngon-ngu'

/** A whole page: head, masthead, the page's own content in `main`, colophon. */
export function Shell({ view, title, styles = [], scripts = [], refresh, children }: ShellProps) {
  const words = uiWords(view)
  return (
    <html lang={view.lang}>
      <Head view={view} title={title} styles={styles} scripts={scripts} refresh={refresh} />
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Masthead view={view} />
        <main class="main" id="main" tabindex={-1}>
          <div class="wide">
            {view.flash && <Notice view={view} tone={view.flash.tone} live text={view.flash.text} />}
            {children}
          </div>
        </main>
        <footer class="colophon">
          <div class="wide">
            <p>
              {words.product} · {words.purpose}
            </p>
            <p>{words.colophon}</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Head({ view, title, styles, scripts, refresh }: Required<Omit<ShellProps, 'children'>>) {
  const sheets = ['style', ...styles].map(view.assets.style).filter((href) => href !== undefined)
  const everywhere = view.search === null ? [] : ['site-search']
  const modules = [...everywhere, ...scripts].map(view.assets.script).filter((src) => src !== undefined)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – ${uiWords(view).product}`}</title>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fffefb" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b2225" />
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      {view.assets.fonts.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {sheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {modules.map((src) => (
        <script type="module" src={src} />
      ))}
      {refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refresh)} />
        </noscript>
      )}
    </head>
  )
}

function Masthead({ view }: { view: View }) {
  const words = uiWords(view)
  return (
    <header class="masthead">
      {view.demo && (
        <div class="demo-mark">
          <p class="wide">{words.demo}</p>
        </div>
      )}
      <div class="wide masthead-bar">
        <a class="house" href="/">
          <Mark />
          <span>
            <span class="house-name">{words.product}</span>
            <span class={view.unit ? 'house-unit' : 'house-unit purpose'}>{view.unit ?? words.purpose}</span>
          </span>
        </a>
        {view.search !== null && <SiteSearch view={view} action={view.search} />}
        <div class="masthead-tools">
          <Language view={view} />
          {view.notices && (
            <a
              class={view.notices.count > 0 ? 'bell ringing' : 'bell'}
              href={view.notices.href}
              aria-label={words.notices(view.notices.count)}
            >
              <Icon name="bell" />
              {view.notices.count > 0 && (
                <span aria-hidden="true">{view.notices.count > 99 ? '99+' : view.notices.count}</span>
              )}
            </a>
          )}
          {view.account && (
            <a href={view.account.href} title={words.account}>
              {view.account.name}
            </a>
          )}
        </div>
      </div>
      {view.nav.length > 0 && <MainNavigation view={view} />}
    </header>
  )
}

function MainNavigation({ view }: { view: View }) {
  return (
    <nav class="nav" aria-label={uiWords(view).mainNavigation}>
      <ul class="wide">
        {view.nav.map((item) => (
          <li>
            <a href={item.href} aria-current={isWithin(view.path, item.href) ? 'true' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isWithin(path: string, place: string): boolean {
  const plain = path.split('?')[0] ?? ''
  return plain === place || plain.startsWith(`${place}/`)
}

function Language({ view }: { view: View }) {
  const words = uiWords(view)
  return (
    <form class="language" method="post" action={languagePath} aria-label={words.language}>
      <Csrf view={view} />
      <input type="hidden" name="return" value={view.path} />
      {langs.map((lang: Lang) =>
        lang === view.lang ? (
          <span lang={lang} title={words.languages[lang]}>
            {lang.toUpperCase()}
          </span>
        ) : (
          <button type="submit" name="lang" value={lang} lang={lang} title={words.languages[lang]}>
            {lang.toUpperCase()}
          </button>
        ),
      )}
    </form>
  )
}

function SiteSearch({ view, action }: { view: View; action: string }) {
  const words = uiWords(view)
  return (
    <search class="site-search">
      <form method="get" action={action} data-suggestions={`${action}/goi-y`}>
        <input class="input" type="search" name="q" aria-label={words.search} placeholder={words.search} />
        <button type="submit" aria-label={words.search}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}

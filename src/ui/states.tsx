import type { ComponentChildren } from 'preact'
import { Csrf } from './fields.tsx'
import { Ripples } from './mark.tsx'
import { uiWords, type View } from './view.ts'

interface EmptyProps {
  readonly title: string
  readonly text: string
  /** `h1` where the page says nothing else. */
  readonly heading?: 'h1' | 'h2'
  /** What to do now: one or two buttons. */
  readonly children?: ComponentChildren
}

/** Where nothing stands yet: says why, and what to do. */
export function Empty({ title, text, heading: Heading = 'h2', children }: EmptyProps) {
  return (
    <div class="empty">
      <Ripples />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children && <div class="page-actions">{children}</div>}
    </div>
  )
}

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Zero while the whole is not known. */
  readonly total: number
  readonly words: string
}

export function Progress({ label, done, total, words }: ProgressProps) {
  return (
    <div class="progress">
      <progress aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />
      <div class="progress-words">
        <span data-words>{words}</span>
      </div>
    </div>
  )
}

interface ConfirmProps {
  readonly view: View
  readonly action: string
  readonly cancel: string
  readonly button: string
  readonly children: ComponentChildren
}

/** The one question before something that cannot be undone, on a page of its own; it works everywhere a form works. */
export function Confirm({ view, action, cancel, button, children }: ConfirmProps) {
  return (
    <div class="sheet pad max-w-2xl">
      {children}
      <form class="page-actions mt-6" method="post" action={action}>
        <Csrf view={view} />
        <button class="button grave first" type="submit">
          {button}
        </button>
        <a class="button" href={cancel}>
          {uiWords(view).cancel}
        </a>
      </form>
    </div>
  )
}

/** A name and what is known under it; null prints «không có» so that a gap is seen as one. */
export interface Fact {
  readonly label: string
  readonly value: ComponentChildren | null
}

export function Facts({ view, facts }: { view: Pick<View, 'lang'>; facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <>
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? <span class="missing">{uiWords(view).none}</span>}</dd>
        </>
      ))}
    </dl>
  )
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly current?: boolean }[]
}

/** Sections of one page or neighbouring pages: links, so that each has an address and needs no script. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}

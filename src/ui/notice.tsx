import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { type Tone, uiWords, type View } from './view.ts'

const icons: Readonly<Record<Tone, IconName>> = {
  plain: 'news',
  river: 'news',
  leaf: 'done',
  amber: 'question',
  danger: 'warning',
}

interface NoticeProps {
  readonly view: Pick<View, 'lang'>
  readonly tone: Tone
  readonly text?: string
  /** Heading of the notice; without one the tone's own word is read out before the text. */
  readonly heading?: string
  /** Read out as soon as it appears: for what the last action did. */
  readonly live?: boolean
  readonly children?: ComponentChildren
}

/** A message in its tone: what happened, what is wrong, what to look at. */
export function Notice({ view, tone, text, heading, live, children }: NoticeProps) {
  return (
    <div class={`notice tone-${tone} mb-6`} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      {heading ? <h2>{heading}</h2> : <span class="sr-only">{uiWords(view).noticeTones[tone]}: </span>}
      {text && <p>{text}</p>}
      {children && <div class="col-start-2">{children}</div>}
    </div>
  )
}

interface StatusProps {
  readonly tone: Tone
  readonly label: string
}

/** Where a record stands, in a word; the colour only repeats it. */
export function Status({ tone, label }: StatusProps) {
  return <span class={`badge tone-${tone}`}>{label}</span>
}

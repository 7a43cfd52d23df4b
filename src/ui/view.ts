import type { Assets } from './assets.ts'
import type { Lang } from './lang.ts'
import { texts, type UiWords } from './texts.ts'

/** A place in the main navigation. */
export interface NavItem {
  readonly href: string
  readonly label: string
}

/** One message that the last action left for the next page. */
export interface Flash {
  readonly tone: Tone
  readonly text: string
}

export type Tone = 'plain' | 'river' | 'leaf' | 'amber' | 'danger'

/** What every page knows about the request and the house it is shown in. Pages take it as an argument; there is no ambient one. */
export interface View {
  readonly lang: Lang
  /** The address that was asked for, with its query: where the language switch comes back to. */
  readonly path: string
  readonly assets: Assets
  /** Hidden field of every form: its name and its value for this browser. */
  readonly csrf: { readonly name: string; readonly value: string }
  /** The unit whose installation this is; null before the first visit has named it. */
  readonly unit: string | null
  /** Who is signed in; null where nobody has to. */
  readonly account: { readonly name: string; readonly href: string } | null
  /** The bell: how much of what the person was told they have not seen; null where nobody is signed in. */
  readonly notices: { readonly count: number; readonly href: string } | null
  readonly nav: readonly NavItem[]
  readonly demo: boolean
  readonly flash: Flash | null
  /** Where the search box sends its words; null while there is nothing to search. */
  readonly search: string | null
}

export function uiWords(view: Pick<View, 'lang'>): UiWords {
  return texts[view.lang]
}

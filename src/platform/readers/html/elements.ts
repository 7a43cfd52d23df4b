/** Begin and end a line. */
export const blockElements: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)

/** Nothing in them is printed. `xml` holds settings that Word leaves in its pages; a deletion is taken as accepted. */
export const skippedElements: ReadonlySet<string> = new Set(
  'script style head title template noscript xml object iframe svg select textarea del'.split(' '),
)

export interface CssLook {
  readonly font: string | undefined
  readonly capitals: boolean | undefined
  readonly hidden: boolean
  readonly breakBefore: boolean
  readonly breakAfter: boolean
  /** Page header, footer or footnotes, as Word marks them. */
  readonly note: boolean
  readonly lines: boolean | undefined
  readonly ignoredList: boolean
}

/** The few declarations that change what is read; a style attribute is searched, not parsed. */
export function lookOf(style: string): CssLook {
  const css = style.slice(0, 4_000).toLowerCase()
  const font = /font-family:\s*["']?([^;"',]{1,60})/.exec(css)?.[1]
  const transform = /text-transform:\s*(\w+)/.exec(css)?.[1]
  const border = /(?:^|[;\s])border(?:-(?:top|left|bottom|right|style))?:\s*([^;]{1,80})/.exec(css)?.[1]
  return {
    font: font?.trim(),
    capitals: transform === undefined ? undefined : transform === 'uppercase',
    hidden: /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/.test(css),
    breakBefore: /page-break-before:\s*(?:always|left|right)|break-before:\s*page/.test(css),
    breakAfter: /page-break-after:\s*(?:always|left|right)|break-after:\s*page/.test(css),
    note: /mso-element:\s*(?:header|footer|footnote|endnote)/.test(css),
    lines: border === undefined ? undefined : /solid|double|dotted|dashed|groove|ridge|inset|outset/.test(css),
    ignoredList: /mso-list:\s*ignore/.test(css),
  }
}

/** Destinations whose text is not printed, or printed twice. */
export const skippedDestinations: ReadonlySet<string> = new Set(
  'stylesheet colortbl info pict themedata colorschememapping datastore xmlnstbl listtable listoverridetable rsidtbl latentstyles fldinst generator filetbl revtbl template sp shprslt nonshppict pnseclvl bkmkstart bkmkend annotation atnid atnauthor atrfstart atrfend atnref mmathPr wgrffmtfilter userprops docvar ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables nesttableprops objdata objclass pgptbl xe tc pntxta pntxtb fontemb falt panose keywords background'.split(
    ' ',
  ),
)

/** Destinations behind `\*` that are read all the same. */
export const knownOptional: ReadonlySet<string> = new Set(['shpinst'])

export const noteDestinations: ReadonlySet<string> = new Set(
  'footnote header headerl headerr headerf footer footerl footerr footerf'.split(' '),
)

/** Control words and symbols that are a letter. */
export const letters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  softline: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': '\u00a0',
  _: '-',
  // nothing in Unicode, but the ư of TCVN3
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

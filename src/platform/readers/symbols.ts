/** Letters of the fonts Symbol and Wingdings as the signs they print; keys are the low byte of U+F0xx. */
const SYMBOL: Readonly<Record<number, string>> = {
  45: '-',
  163: '≤',
  174: '→',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
}
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  159: '•',
  167: '▪',
  168: '□',
  216: '➢',
  220: '➔',
  224: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

/** Does the font print signs instead of letters? */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && /^(?:symbol|(?:wing|web)dings)/i.test(font.trim())
}

/** The sign that a code (0xF0B7, or its low byte) of a symbol font prints; a sign that we do not know is a bullet. */
export function symbolFor(code: number, font: string | undefined): string {
  const low = code & 0xff
  const wingdings = font !== undefined && /dings/i.test(font)
  return (wingdings ? WINGDINGS[low] : SYMBOL[low]) ?? (low > 0x20 ? (SYMBOL[low] ?? WINGDINGS[low] ?? '•') : ' ')
}

/** Text with every private-use character that stands for a sign replaced by the sign. */
export function replaceSymbols(text: string, font: string | undefined): string {
  if (isSymbolFont(font)) {
    return text.replace(/[\u0021-\u00ff\uf021-\uf0ff]/g, (letter) => symbolFor(letter.charCodeAt(0), font))
  }
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => symbolFor(letter.charCodeAt(0), font))
}

import { fontHint, fromLegacyFont } from './legacy-encoding/fonts.ts'
import { replaceSymbols } from './symbols.ts'

interface Stretch {
  readonly font: string | undefined
  readonly capitals: boolean
  text: string
}

/**
 * The text of one paragraph out of its runs, as printed: runs of one font are joined before a legacy font is converted (a VNI
 * letter and its mark may stand in two runs), signs of symbol fonts and capitals by look are made real.
 */
export class StyledText {
  private readonly stretches: Stretch[] = []

  add(text: string, font: string | undefined, capitals: boolean): void {
    const last = this.stretches.at(-1)
    if (last && last.font === font && last.capitals === capitals) last.text += text
    else this.stretches.push({ font, capitals, text })
  }

  get isBlank(): boolean {
    return this.stretches.every((stretch) => stretch.text.trim() === '')
  }

  finish(): string {
    return this.stretches.map(printed).join('')
  }
}

function printed({ text, font, capitals }: Stretch): string {
  const hint = fontHint(font)
  const converted = hint.encoding === undefined ? replaceSymbols(text, font) : fromLegacyFont(text, hint.encoding)
  return capitals || hint.capitals ? converted.normalize('NFC').toUpperCase() : converted
}

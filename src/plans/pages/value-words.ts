import type { PartialDate, Period } from '../../parser/contract.ts'
import type { Lang } from '../../ui/lang.ts'
import { type Item, isKind } from '../items/item-schema.ts'
import { type Control, controls, inputsOf } from '../review/controls.ts'
import { itemFormTexts } from '../texts/item-forms.ts'
import { readingTexts } from '../texts/reading.ts'
import { shownDate, shownPartialDate, shownPeriod } from './dates.ts'

/** The value of one key of an item as people write it; empty where the document does not say it. */
export function valueWords(lang: Lang, item: Item | null, key: string): string {
  const control = item && controls[item.kind].find((one) => one.key === key)
  if (!control) return ''
  const value = (item.data as Readonly<Record<string, unknown>>)[key]
  if (value === null || value === undefined || value === '') return ''
  return shownAs(lang, control, value)
}

function shownAs(lang: Lang, control: Control, value: unknown): string {
  switch (control.as) {
    case 'choice':
      return optionWord(lang, control.key, String(value))
    case 'check':
      return readingTexts[lang].yesNo[value ? 'yes' : 'no']
    case 'date':
      return shownPartialDate(lang, value as PartialDate) ?? ''
    case 'day':
    case 'month':
      return shownDate(lang, String(value))
    case 'months':
      return shownPeriod(lang, value as Period)
    default:
      return inputsOf(control, value)
        .map(([, text]) => text)
        .filter(Boolean)
        .join(', ')
        .replaceAll('\n', '; ')
  }
}

function optionWord(lang: Lang, key: string, value: string): string {
  const { levels, subjects, cadences } = readingTexts[lang].reading
  const named: Readonly<Record<string, string>> = { ...levels, ...subjects, ...cadences }
  return itemFormTexts[lang].options[`${key}.${value}`] ?? named[value] ?? value
}

/** What the item is called: the key that is shown beside a change of something else in it. */
export function nameKey({ kind }: Item): string {
  if (kind === 'citation') return 'number'
  if (kind === 'field' || kind === 'header') return 'title'
  if (kind === 'target') return 'min'
  return kind === 'assignment' ? 'unit' : 'text'
}

/** The whole item in one sentence: what it is called, then all else that it says. */
export function itemSentence(lang: Lang, item: Item): string {
  const words = readingTexts[lang].reading
  if (isKind(item, 'target')) {
    const { min, subject, per } = item.data
    return words.target(min, words.targetNouns[subject], per ?? '')
  }
  if (isKind(item, 'criterion')) return `${words.subjects[item.data.subject]}: ${item.data.text}`
  if (isKind(item, 'milestone')) return `${item.data.text} (${item.data.deadline ?? shownPeriod(lang, item.data)})`
  const name = nameKey(item)
  const rest = controls[item.kind]
    .filter(({ key }) => key !== name)
    .map(({ key }) => [labelOf(lang, item, key), valueWords(lang, item, key)] as const)
    .filter(([, value]) => value)
    .map(([label, value]) => `${label.toLocaleLowerCase('vi')}: ${value}`)
  return [valueWords(lang, item, name), rest.join('; ')].filter(Boolean).join(' — ')
}

/** What the key is called in the form of an item of this kind. */
export function labelOf(lang: Lang, { kind }: Item, key: string): string {
  const { keys } = itemFormTexts[lang]
  return keys[`${kind}.${key}`] ?? keys[key] ?? key
}

import { type FileKind, promisedBy } from '../kind.ts'
import { kindTexts } from '../texts.ts'
import { Unreadable } from '../unreadable.ts'

const readable = ['docx', 'doc', 'rtf', 'odt', 'html', 'mhtml', 'txt', 'pdf', 'png', 'jpeg', 'heic'] as const
export type ReadableKind = (typeof readable)[number]

/** Kinds that anything may look like; a name that promises something else is believed, unless offices are known to lie so. */
const loose: readonly FileKind[] = ['txt', 'html', 'mhtml']
/** Web pages and plain text under the name of a Word file are how many offices' programs write «Word». */
const usualNames = ['doc', 'rtf', 'docx', 'htm', 'html', 'mht', 'mhtml', 'txt', 'md']

/**
 * The kind to read a file as: what its bytes are, whatever its name says, if they are beyond doubt. Throws `encrypted`, `wrong-kind`,
 * `unsupported`.
 */
export function chooseKind(kind: FileKind, name: string): ReadableKind {
  if (kind === 'ole-encrypted') throw new Unreadable('encrypted')
  const { extension, kinds } = promisedBy(name)
  const known = readable.find((one) => one === kind)
  const believable = !loose.includes(kind) || kinds.length === 0 || usualNames.includes(extension)
  if (known !== undefined && believable) return known
  const found = kindTexts[kind]
  if (kinds.length > 0 && !kinds.includes(kind))
    throw new Unreadable('wrong-kind', { expected: `.${extension}`, found })
  throw new Unreadable('unsupported', { found })
}

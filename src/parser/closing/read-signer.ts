import type { PlanDocument } from '../contract.ts'
import { Read, type Sourced } from '../read.ts'
import type { ClosingPiece } from './closing-lines.ts'
import { likeness, personName } from './names.ts'
import { officeCase } from './offices.ts'

const span = ({ start, end }: ClosingPiece) => ({ start, end })

/** Pieces of the issuer's signature: an approval by someone above or beside is left out with everything below it. */
function ownSignature(pieces: readonly ClosingPiece[]): ClosingPiece[] {
  const own: ClosingPiece[] = []
  let approving = false
  for (const found of pieces) {
    if (found.kind === 'approval') approving = true
    else if (found.kind === 'authority' || (found.kind === 'head' && approving)) approving = false
    if (!approving) own.push(found)
  }
  return own.some(({ kind }) => kind === 'authority' || kind === 'position') ? own : [...pieces]
}

/** The line below the office that looks most like a name; another signature's authority ends the search. */
function nameBehind(pieces: readonly ClosingPiece[], from: number): ClosingPiece | null {
  let best: { found: ClosingPiece; rank: number } | null = null
  for (const found of pieces.slice(from)) {
    if (found.kind === 'authority') break
    const name = found.kind === 'text' || found.kind === 'position' ? personName(found.text) : null
    const rank = name ? likeness(name) : 0
    if (name && (best === null || rank > best.rank)) best = { found, rank }
  }
  return best?.found ?? null
}

/** The columns ran together: the signer's name, with a known family name, ended up below the recipients and so above the office. */
function nameBelowRecipients(pieces: readonly ClosingPiece[], office: number): ClosingPiece | null {
  const above = pieces.slice(0, office)
  return above.findLast(({ kind, text }) => kind === 'text' && likeness(personName(text) ?? '') === 2) ?? null
}

/** Who signs, in which office and by which authority; null where the closing says nothing of it. */
export function readSigner(
  pieces: readonly ClosingPiece[],
  used: ReadonlySet<ClosingPiece>,
): Sourced<PlanDocument['signer']> {
  const own = ownSignature(pieces.filter((found) => !used.has(found)))
  const authorities = own.filter(({ kind }) => kind === 'authority')
  const authority = authorities.findLast(({ text }) => /^K\s?[./]?\s?T/u.test(text)) ?? authorities[0]
  const from = authority ? own.indexOf(authority) + 1 : 0
  const position =
    own.slice(from).find(({ kind, text }) => kind === 'position' && !personName(text)) ??
    (authority ? undefined : own.find(({ kind }) => kind === 'position'))
  const start = position ? own.indexOf(position) + 1 : from
  const name =
    authority || position
      ? (nameBehind(own, start) ?? nameBehind(own, from) ?? nameBelowRecipients(own, from))
      : (own.find(({ kind, text }) => kind === 'text' && personName(text)) ?? null)
  if (!authority && !position && !name) return null
  return {
    name: name ? new Read(personName(name.text) ?? '', span(name)) : null,
    position: position ? new Read(officeCase(position.text), span(position)) : null,
    authority: authority ? new Read(authority.text.replace(/[,;:]+$/, ''), span(authority)) : null,
  }
}

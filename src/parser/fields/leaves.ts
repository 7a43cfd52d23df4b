import { areBrothers, isNamed, isNumbered } from './by-words.ts'
import { type Candidate, kindsOnly } from './candidates.ts'
import type { Facts } from './evidence.ts'
import { type Family, hasLabels, type Member, outdoes } from './families.ts'
import type { Line } from './lines.ts'
import { NUMBERED } from './marks-of-headings.ts'

interface Place {
  readonly family: Family
  readonly member: Member
}

/** «1.1» below «1»: the number says that it is a part. */
const countsOn = ({ line }: Candidate, outer: Candidate): boolean =>
  line.mark === 'decimal' &&
  outer.line.ordinal !== null &&
  (line.ordinal?.startsWith(`${outer.line.ordinal}.`) ?? false)

/** Criteria, a unit and a number of its own: nothing that a field has is left to the heading above. */
const isWhole = ({ evidence: { strong, handed, counts }, label, heading }: Candidate): boolean =>
  strong > 0 && handed > 0 && counts > 0 && label === null && kindsOnly(heading.title) === null

/** The chosen headings in order, some of which stand in families. */
export class Chosen {
  private readonly all: readonly Candidate[]
  private readonly facts: readonly Facts[]
  private readonly places: ReadonlyMap<Candidate, Place>
  private readonly above: ReadonlyMap<Candidate, readonly Candidate[]>

  constructor(all: readonly Candidate[], families: readonly Family[], facts: readonly Facts[]) {
    this.all = all
    this.facts = facts
    this.places = new Map(
      families.flatMap((family) => family.map((member) => [member.candidate, { family, member }] as const)),
    )
    this.above = this.holders()
  }

  /** Index behind the last line of a heading that stands in a family. */
  endOf(candidate: Candidate): number | null {
    return this.places.get(candidate)?.member.end ?? null
  }

  /** The chosen headings under which each of them stands: in its family's passage, or in the tree. */
  private holders(): Map<Candidate, Candidate[]> {
    const byLine = new Map<Line, Candidate>(this.all.map((candidate) => [candidate.line, candidate]))
    let open: Candidate[] = []
    return new Map(
      this.all.map((inner) => {
        open = open.filter((outer) => (this.endOf(outer) ?? 0) > inner.index)
        const inTree = inner.line.above.flatMap((line) => byLine.get(line) ?? [])
        const loose = inTree.filter((outer) => !this.places.has(outer) && !this.areEquals(inner, outer))
        const holders = [...open, ...loose].sort((a, b) => a.index - b.index)
        if (this.places.has(inner)) open.push(inner)
        return [inner, holders]
      }),
    )
  }

  /** Headings without a mark are equals, whatever the tree makes of them. */
  private areEquals(inner: Candidate, outer: Candidate): boolean {
    const named = isNamed(inner) || inner.line.called !== null || this.places.has(inner)
    return inner.line.mark === 'plain' && outer.line.mark === 'plain' && named
  }

  /** Whether what stands below a heading that counts as a field counts as fields of their own. */
  private standsAlone(inner: Candidate, outer: Candidate): boolean {
    const [place, above] = [this.places.get(inner), this.places.get(outer)]
    if (place && above) return outdoes(place.family, above.member, this.facts)
    if (place) return !isNamed(outer) || !hasLabels(place.family)
    if (isNamed(inner) && isNumbered(inner)) return true
    // «Đối với cá nhân: …» under a named heading says whom the criteria are about
    if (inner.heading.kind === 'group' && NUMBERED.has(outer.line.mark) && !NUMBERED.has(inner.line.mark)) return false
    if (!isNamed(outer) && !above) return true
    if (countsOn(inner, outer) && isWhole(inner)) return true
    if (!isNamed(inner) || outer.evidence.own > 0) return false
    return this.all.some((other) => other !== inner && areBrothers(other, inner))
  }

  /** A field that has fields below it is only their heading. */
  leaves(): Candidate[] {
    const kept = this.all.filter((inner) => {
      const outer = this.above.get(inner)?.at(-1)
      return outer === undefined || this.standsAlone(inner, outer)
    })
    const holders = new Set(kept.flatMap((inner) => this.above.get(inner) ?? []))
    return kept.filter((candidate) => !holders.has(candidate))
  }
}

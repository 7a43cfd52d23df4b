import { areBrothers, isNamed, isNumbered } from './by-words.ts'
import type { Candidate } from './candidates.ts'
import type { Facts } from './evidence.ts'
import { type Family, hasLabels, type Member, outdoes } from './families.ts'
import { NUMBERED } from './marks-of-headings.ts'

interface Place {
  readonly family: Family
  readonly member: Member
}

/** The chosen headings, some of which stand in families. */
export class Chosen {
  readonly all: readonly Candidate[]
  private readonly places: ReadonlyMap<Candidate, Place>

  private readonly facts: readonly Facts[]

  constructor(all: readonly Candidate[], families: readonly Family[], facts: readonly Facts[]) {
    this.all = all
    this.facts = facts
    this.places = new Map(
      families.flatMap((family) => family.map((member) => [member.candidate, { family, member }] as const)),
    )
  }

  /** Index behind the last line of a heading that stands in a family. */
  endOf(candidate: Candidate): number | null {
    return this.places.get(candidate)?.member.end ?? null
  }

  /** Below in print: headings without a mark are equals, whatever the tree makes of them. */
  private isUnder(inner: Candidate, outer: Candidate): boolean {
    const end = this.endOf(outer)
    if (end !== null) return inner.index > outer.index && inner.index < end
    const named = isNamed(inner) || inner.line.called !== null || this.places.has(inner)
    const equals = inner.line.mark === 'plain' && outer.line.mark === 'plain' && named
    return inner.line.above.includes(outer.line) && !equals
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
    const row = this.all.filter((other) => this.isUnder(other, outer) && areBrothers(other, inner))
    return row.length > 1 && isNamed(inner) && outer.evidence.own === 0
  }

  /** A field that has fields below it is only their heading. */
  leaves(): Candidate[] {
    const kept = this.all.filter((inner) => {
      const outer = this.all.filter((other) => this.isUnder(inner, other)).at(-1)
      return outer === undefined || this.standsAlone(inner, outer)
    })
    return kept.filter((outer) => !kept.some((inner) => this.isUnder(inner, outer)))
  }
}

import type { Relation } from '../contract.ts'
import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import { endOfName } from './end-of-name.ts'
import { findTaskStart } from './task-verbs.ts'

/** The head of an item of the section on who does what. */
export interface UnitAndTask {
  readonly unit: Passage
  /** What stands on the same line behind the unit; null where the line is only a heading. */
  readonly task: Passage | null
  readonly relation: Relation | null
  /** The words that order or request. */
  readonly relationAt: Passage
  /** Whether the unit was recognised as one by its first words. */
  readonly certain: boolean
}

const LEAD =
  /^(?:(?:kinh |tran trong )?de nghi|yeu cau|giao(?: trach nhiem| nhiem vu)?(?: cho)?|phan cong(?: cho)?|uy quyen(?: cho)?|moi(?= (?:uy ban|hoi|mat tran|cac dong chi|doan))|chi dao(?= (?:cac|phong|ban))|doi voi|ve phia|trach nhiem cua|nhiem vu cua)\s+/
const RESPONSIBLE =
  /^\s*(?:co|chiu)\s+(?:trach\s+nhiem|nhiem\s+vu)(?:\s+(?:sau|nhu\s+sau))?(?!\s+(?:ve|truoc|chinh|theo))\s*:?\s*/
/** «Căn cứ Kế hoạch này, các đơn vị xây dựng …»: the unit stands behind the first comma. */
const CIRCUMSTANCE = /^(?:can cu|tren co so|theo|trong pham vi|de|nham|tuy theo|ngoai ra|dong thoi)\s/

function relationOf(lead: string): Relation | null {
  if (/de nghi|^moi/.test(lead)) return 'requested'
  return /^(?:giao|phan cong|yeu cau|uy quyen|chi dao)/.test(lead) ? 'ordered' : null
}

/** The first colon outside brackets and quotes. */
function colonAt(passage: Passage): number {
  const depth = depths(passage.text)
  for (let i = 0; i < passage.length; i++) {
    if (passage.text[i] === ':' && (depth[i] ?? 0) === 0 && !/\d/.test(passage.text[i + 1] ?? '')) return i
  }
  return -1
}

function behindCircumstance(line: Passage): Passage {
  if (!CIRCUMSTANCE.test(line.folded)) return line
  for (const match of line.folded.slice(0, 400).matchAll(/,\s+/g)) {
    const rest = line.sub(match.index + match[0].length)
    if (beginsUnit(rest)) return rest
  }
  return line
}

const closing = (passage: Passage): Passage => passage.strip(' ', ' :;,./')

function taskOf(rest: Passage): Passage | null {
  const responsible = RESPONSIBLE.exec(rest.folded)
  const task = rest.sub(responsible?.[0].length ?? 0).strip(' :', ' ')
  return /\p{L}/u.test(task.text) ? task : null
}

/** A line that ends like a heading may hold a verb inside the unit: «Các đơn vị được giao xây dựng điển hình». */
function isHeading(line: Passage, hasChildren: boolean): boolean {
  return hasChildren && line.length <= 200 && !/[.;,…](?:["”)]?)$/.test(line.text.replace(/\s*:?\s*$/, ''))
}

/**
 * Cuts the head of an item into unit and task: «Đề nghị A tuyên truyền …», «A: chủ trì …», «Giao A». The unit stands without the words
 * that order, request or make responsible; the task begins at the verb.
 */
export function splitUnit(item: Passage, hasChildren: boolean): UnitAndTask {
  const lead = LEAD.exec(item.folded)?.[0] ?? ''
  const line = behindCircumstance(item.sub(lead.length).strip(' ', ' '))
  const relation = relationOf(lead)
  const relationAt = item.sub(0, lead.length).trim()
  const certain = lead !== '' || beginsUnit(line)
  const colon = colonAt(line)
  const head = colon < 0 ? line : line.sub(0, colon)
  const verb = findTaskStart(head) ?? (hasChildren || colon >= 0 || !certain ? undefined : endOfName(head))
  if (verb === undefined) {
    const task = colon < 0 ? null : taskOf(line.sub(colon + 1))
    return { unit: closing(head), task, relation, relationAt, certain }
  }
  const rest = line.sub(verb)
  const onlyResponsible = RESPONSIBLE.exec(head.sub(verb).folded)?.[0].length === head.length - verb
  if (
    onlyResponsible ||
    (!isHeading(head, hasChildren && colon === line.length - 1) && !isHeading(line, hasChildren && colon < 0))
  ) {
    return { unit: closing(line.sub(0, verb)), task: taskOf(rest), relation, relationAt, certain }
  }
  return /^(?:dong )?chu tri|^tham muu|^phoi hop|^can cu|^thuc hien|^co trach/.test(rest.folded)
    ? { unit: closing(line.sub(0, verb)), task: taskOf(rest), relation, relationAt, certain }
    : { unit: closing(head), task: null, relation, relationAt, certain }
}

// Made from the migrated database by `npm run tables`; a test compares the two.
import type { ColumnType, Generated } from 'kysely'

/** Read as the value it holds, written as JSON text: the driver would take a list for a PostgreSQL array. */
export type JsonColumn = ColumnType<unknown, string, string>
export type Instant = ColumnType<Date, Date | string, Date | string>

export interface CalendarDay {
  onDate: string
  kind: 'holiday' | 'day-off-in-lieu' | 'working-day'
  name: string
  source: Generated<string>
}

export interface CalendarFeed {
  tokenHash: Buffer
  id: string
  personId: string
  madeAt: Instant
  revokedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  readAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface Cluster {
  id: string
  unitId: number
  name: string
  kind: 'cluster' | 'block'
  endedOn: string | null
  unitPath: string
}

export interface ClusterLeader {
  clusterId: string
  year: number
  unitId: number
}

export interface ClusterMember {
  clusterId: string
  unitId: number
  fromDate: string
  untilDate: string | null
}

export interface Credential {
  personId: string
  passwordHash: string | null
  passwordSetAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  totpSecret: string | null
  totpConfirmedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  totpStep: Generated<number>
  oidcSubject: string | null
}

export interface Delegation {
  id: string
  positionId: string
  personId: string
  fromDate: string
  untilDate: string
  reason: Generated<string>
  madeBy: string | null
  endedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface DirectGrant {
  id: string
  personId: string
  unitId: number
  permission: string
  reach: 'unit' | 'subtree'
  fromDate: string
  untilDate: string | null
  reason: string
  madeBy: string | null
}

export interface FailedSignIn {
  account: string
  address: string
  count: number
  lastAt: Instant
}

export interface HeldGrant {
  personId: string | null
  permission: string | null
  unitId: number | null
  path: string | null
  reach: string | null
  fromDate: string | null
  untilDate: string | null
  because: string | null
  becauseId: string | null
}

export interface History {
  unitId: number
  number: number
  at: Instant
  event: string
  actorKind: string
  actorId: string | null
  subjectId: string
  change: JsonColumn
  previousHash: Buffer
  hash: Buffer
}

export interface HistoryHead {
  unitId: number
  number: number
  hash: Buffer
}

export interface InheritedMatch {
  changeId: string
  planId: string
  name: string
  title: string
  fromUnitId: number
  toUnitId: number
  wasDouble: boolean
}

export interface InheritedPart {
  changeId: string
  planId: string
  itemId: string
  role: string
  title: string
  relation: string | null
  fromUnitId: number
  toUnitId: number
  wasDouble: boolean
}

export interface InheritedTask {
  changeId: string
  taskId: string
  fromUnitId: number
  wasDouble: boolean
}

export interface Job {
  id: string
  name: string
  subjectId: string | null
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: Generated<number>
  total: number | null
  step: string | null
  problem: ColumnType<unknown, string | null | undefined, string | null>
  cancelRequested: Generated<boolean>
  createdAt: Instant
  startedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  finishedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface KnownDevice {
  tokenHash: Buffer
  personId: string
  seenAt: Instant
}

export interface Migration {
  name: string
  checksum: string
  appliedAt: Generated<Instant>
}

export interface Notice {
  id: string
  personId: string
  kind: string
  key: string
  taskId: string | null
  planId: string | null
  facts: Generated<JsonColumn>
  madeAt: Instant
  seenAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  mail: Generated<'none' | 'waiting' | 'claimed' | 'sent' | 'failed'>
  mailedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface OneTimeCode {
  codeHash: Buffer
  id: string
  personId: string | null
  purpose: 'claim' | 'invitation' | 'password' | 'totp'
  madeBy: string | null
  madeAt: Instant
  endsAt: Instant
  usedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface Person {
  id: string
  fullName: string
  userName: string | null
  phone: string | null
  email: string | null
  sortName: string
  folded: ColumnType<string | null, never, never>
  leftOn: string | null
  createdAt: Instant
  erasedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PersonKey {
  personId: string
  key: Buffer | null
  erasedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PersonalToken {
  id: string
  tokenHash: Buffer
  personId: string
  name: string
  scopes: string[]
  createdAt: Instant
  endsAt: Instant
  seenAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  revokedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PlanDocument {
  id: string
  unitId: number
  unitPath: string
  name: string
  state: 'uploaded' | 'reading' | 'read' | 'failed' | 'cancelled' | 'drafted' | 'in-force' | 'ended' | 'applied'
  problem: ColumnType<unknown, string | null | undefined, string | null>
  createdAt: Instant
  readAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  type: string | null
  number: string | null
  title: string | null
  issuer: string | null
  issued: string | null
  fieldCount: Generated<number>
  questionCount: Generated<number>
  search: string
  sortTitle: string
  revision: Generated<number>
  correctsId: string | null
  parentId: string | null
  parentNamed: string | null
  periodFrom: string | null
  periodTo: string | null
  inForceOn: string | null
  endedOn: string | null
}

export interface PlanEdit {
  planId: string
  number: number
  kind: 'add' | 'edit' | 'move' | 'place' | 'split' | 'merge' | 'remove' | 'restore' | 'undo' | 'redo' | 'correct'
  madeAt: Instant
  madeBy: string | null
  changes: JsonColumn
  ofNumber: number | null
}

export interface PlanFile {
  id: string
  documentId: string
  position: number
  name: string
  size: number
  sha256: string
  fileKey: string
  turn: Generated<number>
}

export interface PlanItem {
  id: string
  planId: string
  parentId: string | null
  kind: 'header' | 'citation' | 'field' | 'criterion' | 'target' | 'milestone' | 'duty' | 'assignment' | 'work'
  position: number
  data: JsonColumn
  passages: Generated<JsonColumn>
  sourceId: string | null
  removedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PlanPart {
  planId: string
  itemId: string
  role: 'lead' | 'coordinating' | 'assigned' | 'owes' | 'receives'
  unitId: number
  unitPath: string
  title: Generated<string>
  relation: 'ordered' | 'requested' | null
}

export interface PlanQuestion {
  id: string
  planId: string
  itemId: string | null
  key: Generated<string>
  startAt: number
  endAt: number
  reason: string
  candidates: Generated<JsonColumn>
  answeredAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  answeredBy: string | null
}

export interface PlanReading {
  documentId: string
  text: string
  plan: JsonColumn
  sources: JsonColumn
  unused: JsonColumn
  questions: JsonColumn
}

export interface PlanUnitMatch {
  planId: string
  name: string
  unitId: number
  title: Generated<string>
}

export interface PlanUnitName {
  planId: string
  name: string
  state: 'proposed' | 'confirmed' | 'ignored'
}

export interface PlanVisitor {
  planId: string
  page: string
  personId: string | null
  seenAt: Instant
}

export interface Position {
  id: string
  personId: string
  unitId: number
  role: string
  title: Generated<string>
  fromDate: string
  untilDate: string | null
}

export interface ReminderSetting {
  personId: string
  byMail: Generated<boolean>
  daysBefore: Generated<number>
}

export interface RolePermission {
  role: string
  permission: string
  reach: 'unit' | 'subtree'
}

export interface SearchEntry {
  kind: string
  ref: string
  unitId: number
  unitPath: string
  permission: string
  title: string
  note: Generated<string>
  folded: ColumnType<string | null, never, never>
  words: ColumnType<string | null, never, never>
  planId: string | null
}

export interface SearchWord {
  word: string
}

export interface Session {
  tokenHash: Buffer
  id: string
  personId: string
  createdAt: Instant
  seenAt: Instant
  endsAt: Instant
  address: string
  agent: string
  waitsForTotp: Generated<boolean>
}

export interface Task {
  id: string
  planId: string
  itemId: string
  kind: 'duty' | 'milestone' | 'work'
  text: string
  giverId: number
  giverPath: string
  unitId: number
  unitPath: string
  title: Generated<string>
  relation: 'ordered' | 'requested' | null
  receiverId: number | null
  coversFrom: string | null
  coversTo: string | null
  nominalOn: string | null
  dueOn: string | null
  state: Generated<'open' | 'done' | 'waived' | 'withdrawn'>
  doneOn: string | null
  doneHow: 'delivered' | 'on-paper' | null
  closedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  closedBy: string | null
  note: Generated<string>
  firstOwedBy: number | null
  madeAt: Instant
}

export interface TaskFile {
  id: string
  taskId: string
  name: string
  size: number
  sha256: string
  fileKey: string
  addedAt: Instant
  addedBy: string | null
}

export interface Unit {
  id: Generated<number>
  path: string
  name: string
  parentId: number | null
  shortName: string | null
  kind: Generated<string>
  code: string | null
  foundedOn: string | null
  abolishedOn: string | null
  folded: ColumnType<string | null, never, never>
}

export interface UnitChange {
  id: string
  number: Generated<number>
  kind: 'created' | 'renamed' | 'moved' | 'merged' | 'split' | 'abolished' | 'imported'
  onDate: string
  decision: string | null
  madeAt: Instant
  madeBy: string | null
  undoneAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface UnitSuccession {
  predecessorId: number
  successorId: number
  onDate: string
  changeId: string
}

export interface UnitVersion {
  unitId: number
  fromDate: string | null
  untilDate: string | null
  name: string
  shortName: string | null
  kind: string
  code: string | null
  parentId: number | null
  changeId: string | null
  endedBy: string | null
}

export interface Webhook {
  id: string
  unitId: number
  unitPath: string
  url: string
  events: string[]
  secret: string
  madeBy: string | null
  createdAt: Instant
  failures: Generated<number>
  disabledAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface WebhookDelivery {
  id: string
  webhookId: string
  unitId: number
  number: number
  createdAt: Instant
  state: 'waiting' | 'delivered' | 'failed'
  attempts: Generated<number>
  status: number | null
  problem: string | null
  finishedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface DB {
  calendarDay: CalendarDay
  calendarFeed: CalendarFeed
  cluster: Cluster
  clusterLeader: ClusterLeader
  clusterMember: ClusterMember
  credential: Credential
  delegation: Delegation
  directGrant: DirectGrant
  failedSignIn: FailedSignIn
  heldGrant: HeldGrant
  history: History
  historyHead: HistoryHead
  inheritedMatch: InheritedMatch
  inheritedPart: InheritedPart
  inheritedTask: InheritedTask
  job: Job
  knownDevice: KnownDevice
  migration: Migration
  notice: Notice
  oneTimeCode: OneTimeCode
  person: Person
  personKey: PersonKey
  personalToken: PersonalToken
  planDocument: PlanDocument
  planEdit: PlanEdit
  planFile: PlanFile
  planItem: PlanItem
  planPart: PlanPart
  planQuestion: PlanQuestion
  planReading: PlanReading
  planUnitMatch: PlanUnitMatch
  planUnitName: PlanUnitName
  planVisitor: PlanVisitor
  position: Position
  reminderSetting: ReminderSetting
  rolePermission: RolePermission
  searchEntry: SearchEntry
  searchWord: SearchWord
  session: Session
  task: Task
  taskFile: TaskFile
  unit: Unit
  unitChange: UnitChange
  unitSuccession: UnitSuccession
  unitVersion: UnitVersion
  webhook: Webhook
  webhookDelivery: WebhookDelivery
}

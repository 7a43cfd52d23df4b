import { createReadStream, existsSync, globSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { claimSystem, isClaimed, issueClaimCode } from '../access/actions/claim.ts'
import { issueCode, setPasswordByCode } from '../access/actions/one-time-codes.ts'
import { localOperator } from '../access/builtin-actors.ts'
import { readConfig } from '../config.ts'
import { type Context, write } from '../context.ts'
import { dayInVietNam } from '../core/dates/day-in-viet-nam.ts'
import { contextOf, openHouse } from '../house.ts'
import { addPerson, givePosition } from '../organisation/actions/change-people.ts'
import { importUnits } from '../organisation/actions/import-units.ts'
import { pickUnits } from '../organisation/queries/unit-past.ts'
import { NewPerson, NewPosition } from '../organisation/schema.ts'
import { checkLines, linesOf, rowsOfText } from '../organisation/unit-list.ts'
import { importDocument } from '../plans/actions.ts'
import { systemChance } from '../platform/chance.ts'
import { jsonLog } from '../platform/log.ts'
import { PROJECT_ROOT } from '../platform/project-root.ts'
import { demoTexts } from '../texts.ts'
import { clearHalfDemo, FILLING } from './clear-half-demo.ts'
import { liveThroughTheYear } from './demo-year.ts'
import type { Terminal } from './terminal.ts'

const SAMPLES = join(PROJECT_ROOT, 'samples')
/** The list begins on this day of the present year, so that nothing of it lies in the future. */
const BEGIN = '01-01'
const nowhere = { address: '127.0.0.1', agent: 'demo', device: null }

/** A file of this name in the data folder marks it as demonstration data. */
export const DEMO_MARK = 'demo'

/**
 * `lantoa demo`: fills a data folder of its own with a fictional commune (units, people, the sample plans), once, through the same actions that people
 * use. Resolves with the environment in which the server then runs.
 */
export async function fillDemo(env: NodeJS.ProcessEnv, terminal: Terminal): Promise<NodeJS.ProcessEnv> {
  const demoEnv = { ...env, LANTOA_DATA: env['LANTOA_DATA'] || join(PROJECT_ROOT, 'demo-data'), DATABASE_URL: '' }
  const config = readConfig(demoEnv, process.cwd())
  await mkdir(config.dataFolder, { recursive: true })
  await clearHalfDemo(config, DEMO_MARK)
  const clock = { now: () => new Date() }
  const chance = systemChance(clock.now)
  const log = jsonLog(() => undefined, clock.now)
  const house = await openHouse({ config, log, clock, chance })
  try {
    const ctx = contextOf(house.context, localOperator(dayInVietNam(clock.now())))
    if (await isClaimed(ctx.db)) {
      if (!existsSync(join(config.dataFolder, DEMO_MARK))) throw new Error(demoTexts.realData(config.dataFolder))
    } else {
      terminal.status(demoTexts.filling)
      await writeFile(join(config.dataFolder, DEMO_MARK), FILLING)
      await fill(ctx)
      await writeFile(join(config.dataFolder, DEMO_MARK), '')
      terminal.status('')
    }
  } finally {
    await house.close()
  }
  await terminal.print(`${demoTexts.accounts(demoTexts.password)}\n`)
  return demoEnv
}

async function fill(ctx: Context): Promise<void> {
  const code = (await issueClaimCode(ctx)) ?? ''
  const { unitName, administrator: fullName, password } = demoTexts
  await claimSystem(ctx, { code, unitName, fullName, account: 'quan.tri', password }, nowhere)
  await addUnits(ctx)
  await addPeople(ctx)
  await addPlans(ctx)
  await liveThroughTheYear(ctx)
}

const beginOf = (ctx: Context) => `${ctx.actor.on.slice(0, 4)}-${BEGIN}`

async function addUnits(ctx: Context): Promise<void> {
  const lines = linesOf(rowsOfText(await readFile(join(SAMPLES, 'demo/units.tsv'), 'utf8')))
  const root = { id: 1, name: demoTexts.unitName, shortName: null, code: null }
  const { ready, problems } = checkLines(lines, { root, known: [root] })
  if (problems.length > 0) throw new Error(`samples/demo/units.tsv: ${JSON.stringify(problems)}`)
  await write(ctx, (tx) => importUnits(tx, 1, ready, { on: beginOf(ctx), decision: null }))
}

async function addPeople(ctx: Context): Promise<void> {
  const rows = rowsOfText(await readFile(join(SAMPLES, 'demo/people.tsv'), 'utf8')).slice(1)
  const known = new Map<string, string>()
  for (const { cells } of rows) {
    const [fullName, userName = '', unitName = '', role, title] = cells
    const [unit] = await pickUnits(ctx, unitName)
    const position = NewPosition.parse({ unitId: unit?.id, role, title, from: beginOf(ctx) })
    const person = known.get(userName)
    if (person) await write(ctx, (tx) => givePosition(tx, person, position))
    else known.set(userName, await addSignedIn(ctx, NewPerson.parse({ fullName, userName }), position))
  }
}

/** Somebody with a position who has come in by their invitation. Answers their id. */
async function addSignedIn(ctx: Context, person: NewPerson, position: NewPosition): Promise<string> {
  const { id, code } = await write(ctx, async (tx) => {
    const added = await addPerson(tx, person, position)
    return { id: added, code: await issueCode(tx, added, 'invitation') }
  })
  await setPasswordByCode(ctx, { code, password: demoTexts.password }, nowhere)
  return id
}

/** The sample plans wait in the queue; the server reads them when it starts. */
async function addPlans(ctx: Context): Promise<void> {
  const files = globSync('*/plan.*', { cwd: SAMPLES }).filter((name) => !name.endsWith('.json'))
  for (const file of files.toSorted().filter((name) => !name.startsWith('xa-dong-rang'))) {
    const kept = await ctx.files.keep(createReadStream(join(SAMPLES, file)), ctx.config.uploadLimit)
    const name = `${file.split(/[\\/]/)[0]}${basename(file).replace('plan', '')}`
    await write(ctx, (tx) => importDocument(tx, [{ ...kept, name, turn: 0 }]))
  }
}

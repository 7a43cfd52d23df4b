import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { varyPlan } from './vary/vary-plan.ts'

/*
 * Writes a labelled plan with other names, numbers and dates, its fields reordered and renumbered, and the labels to it.
 *
 *   node scripts/vary-plan.ts PLAN.txt GOLD.json SEED FOLDER        writes FOLDER/PLAN-SEED.txt and FOLDER/PLAN-SEED.json
 */
const [planPath, goldPath, seedText, folder] = process.argv.slice(2)
const seed = Number(seedText)
if (planPath === undefined || goldPath === undefined || folder === undefined || !Number.isInteger(seed)) {
  process.stderr.write('usage: node scripts/vary-plan.ts PLAN.txt GOLD.json SEED FOLDER\n')
  process.exit(2)
}
const { text, gold } = varyPlan(await readFile(planPath, 'utf8'), JSON.parse(await readFile(goldPath, 'utf8')), seed)
const stem = basename(planPath, '.txt')
const target = join(folder, `${stem === 'plan' ? basename(dirname(planPath)) : stem}-${seed}`)
await mkdir(folder, { recursive: true })
await writeFile(`${target}.txt`, text)
await writeFile(`${target}.json`, `${JSON.stringify(gold, null, 2)}\n`)
process.stdout.write(`${target}.txt ${target}.json\n`)

import { openTerminal, type Terminal } from './commands/terminal.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { VERSION } from './platform/version.ts'
import { sentenceOf } from './sentence-of.ts'
import { withSettingsFile } from './settings-file.ts'
import { cliTexts } from './texts.ts'

/** `lantoa …`: each command is loaded only when it is called. Resolves with the exit code. */
export async function cli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [first = '', second = ''] = args
  if (first === 'serve') return (await import('./main.ts')).main(env)
  const terminal = openTerminal()
  try {
    if (first === '--version') {
      await terminal.print(`${VERSION}\n`)
      return 0
    }
    if (['--help', '-h', 'help'].includes(first)) {
      await terminal.print(cliTexts.help)
      return 0
    }
    const settings = withSettingsFile(env, PROJECT_ROOT)
    if (first === 'plan' && second === 'extract') {
      return await (await import('./commands/plan-extract.ts')).extractPlans(args.slice(2), settings, terminal)
    }
    if (first === 'demo') {
      const demoEnv = await (await import('./commands/demo.ts')).fillDemo(settings, terminal)
      return await (await import('./main.ts')).main(demoEnv)
    }
    const keeping = keepers[first === 'journal' ? `journal ${second}` : first]
    if (keeping) return await keeping(args.slice(first === 'journal' ? 2 : 1), settings, terminal)
    terminal.complain(first === '' ? cliTexts.help : cliTexts.unknownCommand(args.join(' ')))
    return 1
  } catch (error) {
    terminal.complain(sentenceOf(error, { host: '', port: 0 }) ?? `${(error as Error).stack}`)
    return 1
  }
}

type Keeper = (args: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal) => Promise<number>

/** Commands that keep the house: they need the database, and work beside a running server. */
const keepers: Readonly<Record<string, Keeper>> = {
  backup: async (...given) => (await import('./commands/keep-house.ts')).backUp(...given),
  restore: async (...given) => (await import('./commands/keep-house.ts')).restore(...given),
  service: async (...given) => (await import('./commands/start-at-boot.ts')).startAtBoot(...given),
  upgrade: async (...given) => (await import('./commands/upgrade.ts')).upgrade(...given),
  'journal verify': async (...given) => (await import('./commands/keep-house.ts')).checkJournal(...given),
}

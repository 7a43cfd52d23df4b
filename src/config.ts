import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { configTexts } from './texts.ts'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

/** One entry a variable: what it must look like and what counts when it is not set. */
const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .optional(),
  LANTOA_DATA: z.string().min(1).optional(),
  LANTOA_STATE: z
    .string()
    .regex(/^(\/|[A-Za-z]:)/)
    .default('/var/lib/lantoa'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .optional(),
  PORT: wholeNumber(0, 65_535).default(8420),
  LANTOA_PAGE_LIMIT: wholeNumber(1, 5_000).default(200),
  LANTOA_UPLOAD_LIMIT_MB: wholeNumber(1, 2_000).default(200),
  LANTOA_READERS: wholeNumber(1, 32).default(2),
  LANTOA_BACKUPS: z.string().min(1).optional(),
  LANTOA_BACKUP_DAYS: wholeNumber(0, 3_650).default(14),
  LANTOA_PROXY: z.enum(['0', '1']).default('0'),
  LANTOA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .optional(),
  LANTOA_MAIL_FROM: z.string().regex(/@/).default('Lan Tỏa <lantoa@localhost>'),
  LANTOA_ADDRESS: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/)
    .optional(),
  LANTOA_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/)
    .default('20-7'),
})

export interface Config {
  /** Absent: our own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  /** Absolute. */
  readonly dataFolder: string
  /** Where our own PostgreSQL lies when we run as root and its account may not walk down to the data folder. */
  readonly stateFolder: string
  /** Null: this computer only until there is an administrator, the whole office network afterwards. */
  readonly host: string | null
  /** 0 lets the system choose. */
  readonly port: number
  /** Pages of one document. */
  readonly pageLimit: number
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number
  /** Documents read at the same time. */
  readonly readers: number
  /** Where the nightly copies lie; absolute. */
  readonly backupFolder: string
  /** Days of which every nightly copy is kept; 0 makes none. */
  readonly backupDays: number
  /** The data folder holds demonstration data: every page says so. */
  readonly isDemo: boolean
  /** A proxy of our own stands in front and says where requests come from. */
  readonly trustProxy: boolean
  /** The office's mail server; null: letters lie as files in `mailFolder`. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly mailFolder: string
  /** Where people open the system, for links in letters: `https://host`; null where nobody has said it. */
  readonly address: string | null
  /** From this hour to that hour, in Viet Nam, no letter goes out. */
  readonly quietHours: { readonly from: number; readonly to: number }
}

/** Thrown with one Vietnamese sentence a bad variable. */
export class BadConfig extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'BadConfig'
  }
}

type Variable = keyof typeof configTexts

/**
 * Reads the environment, once, at the start. An empty variable counts as not set. Relative paths count from `folder`; the
 * data folder lies in the project unless it is set, so that it is the same wherever the program is called. Throws `BadConfig`.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const read = Environment.safeParse(set)
  if (!read.success) {
    const variables = new Set(read.error.issues.map((issue) => issue.path[0] as Variable))
    throw new BadConfig([...variables].map((variable) => configTexts[variable](set[variable] ?? '')))
  }
  const given = read.data
  const dataFolder = given.LANTOA_DATA === undefined ? join(PROJECT_ROOT, 'data') : resolve(folder, given.LANTOA_DATA)
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder,
    stateFolder: given.LANTOA_STATE,
    host: given.HOST ?? null,
    port: given.PORT,
    pageLimit: given.LANTOA_PAGE_LIMIT,
    uploadLimit: given.LANTOA_UPLOAD_LIMIT_MB * 1024 * 1024,
    readers: given.LANTOA_READERS,
    backupFolder: given.LANTOA_BACKUPS ? resolve(folder, given.LANTOA_BACKUPS) : join(dataFolder, 'backups'),
    backupDays: given.LANTOA_BACKUP_DAYS,
    isDemo: existsSync(join(dataFolder, 'demo')),
    trustProxy: given.LANTOA_PROXY === '1',
    smtpUrl: given.LANTOA_SMTP_URL ?? null,
    mailFrom: given.LANTOA_MAIL_FROM,
    mailFolder: join(dataFolder, 'mail'),
    address: given.LANTOA_ADDRESS ?? null,
    quietHours: {
      from: Number(given.LANTOA_QUIET_HOURS.split('-')[0]),
      to: Number(given.LANTOA_QUIET_HOURS.split('-')[1]),
    },
  }
}

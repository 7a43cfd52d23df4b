// cspell:ignore hsts (HTTP Strict Transport Security)
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { configTexts } from './texts/settings.ts'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

/** `10.0.0.5, 192.168.1.0/24, ::1`: addresses and networks. */
const Networks = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every(isNetwork))

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

/** A proxy on this computer. */
const LOOPBACK = ['127.0.0.0/8', '::1']

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
  LANTOA_PROXY: z.union([z.enum(['0', '1']), Networks]).default('0'),
  LANTOA_CERT: z.string().min(1).optional(),
  LANTOA_KEY: z.string().min(1).optional(),
  LANTOA_HTTP_PORT: wholeNumber(1, 65_535).optional(),
  LANTOA_HSTS_DAYS: wholeNumber(0, 730).default(180),
  LANTOA_LOG_MB: wholeNumber(1, 1_000).default(10),
  LANTOA_LOG_FILES: wholeNumber(1, 100).default(5),
  LANTOA_REQUEST_LOG: z.enum(['0', '1']).default('1'),
  LANTOA_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,200}$/)
    .optional(),
  LANTOA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .optional(),
  LANTOA_MAIL_FROM: z.string().regex(/@/).default('lantoa@localhost'),
  LANTOA_ADDRESS: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/)
    .optional(),
  LANTOA_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/)
    .default('20-7'),
  LANTOA_WEBHOOK_LOCAL: z.enum(['0', '1']).default('0'),
  LANTOA_OIDC_ISSUER: z
    .string()
    .regex(/^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^\s?#]*)?)$/)
    .optional(),
  LANTOA_OIDC_CLIENT: z.string().min(1).optional(),
  LANTOA_OIDC_SECRET: z.string().min(1).optional(),
  LANTOA_OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  LANTOA_OIDC_LINK: z.enum(['email', 'user-name', 'none']).default('email'),
})

/** What makes sense only beside another setting. */
const Fitting = Environment.superRefine((given, check) => {
  const amiss = (variable: Variable) => check.addIssue({ code: 'custom', path: [variable] })
  if ((given.LANTOA_CERT === undefined) !== (given.LANTOA_KEY === undefined))
    amiss(given.LANTOA_CERT === undefined ? 'LANTOA_CERT' : 'LANTOA_KEY')
  if (
    given.LANTOA_HTTP_PORT !== undefined &&
    (given.LANTOA_CERT === undefined || given.LANTOA_HTTP_PORT === given.PORT)
  )
    amiss('LANTOA_HTTP_PORT')
  if (given.LANTOA_OIDC_ISSUER !== undefined && given.LANTOA_OIDC_CLIENT === undefined) amiss('LANTOA_OIDC_CLIENT')
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
  /** Addresses and networks of our own proxies: what they say about the origin of a request counts. */
  readonly proxies: readonly string[]
  /** Absolute paths of the certificate and its key; null: plain http. */
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | null
  /** Where plain http is told the way to https; null: nowhere. */
  readonly redirectPort: number | null
  /** For how long browsers that came by https stay there. */
  readonly hstsDays: number
  /** Bytes of one log file. */
  readonly logSize: number
  /** Older log files that are kept. */
  readonly logCount: number
  /** Every request is written down, without anything about the person. */
  readonly logsRequests: boolean
  /** What a monitor on another machine must know; null: only this computer gets the figures. */
  readonly metricsToken: string | null
  /** The office's mail server; null: letters lie as files in `mailFolder`. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly mailFolder: string
  /** Where people open the system, for links in letters: `https://host`; null where nobody has said it. */
  readonly address: string | null
  /** From this hour to that hour, in Viet Nam, no letter goes out. */
  readonly quietHours: { readonly from: number; readonly to: number }
  /** Webhooks may go to addresses of the office network and of this computer, and over plain http. */
  readonly webhookLocal: boolean
  /** Single sign-on of the office; null: passwords only. */
  readonly oidc: OidcSetting | null
}

export interface OidcSetting {
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client. */
  readonly clientSecret: string | null
  /** What the button calls it; null: in general words. */
  readonly name: string | null
  /** What ties an account that comes for the first time to a person who is already here. */
  readonly linkBy: 'email' | 'user-name' | 'none'
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
  const read = Fitting.safeParse(set)
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
    proxies: proxiesOf(given.LANTOA_PROXY),
    certificate: certificateOf(given, folder),
    redirectPort: given.LANTOA_HTTP_PORT ?? null,
    hstsDays: given.LANTOA_HSTS_DAYS,
    logSize: given.LANTOA_LOG_MB * 1024 * 1024,
    logCount: given.LANTOA_LOG_FILES,
    logsRequests: given.LANTOA_REQUEST_LOG === '1',
    metricsToken: given.LANTOA_METRICS_TOKEN ?? null,
    smtpUrl: given.LANTOA_SMTP_URL ?? null,
    mailFrom: given.LANTOA_MAIL_FROM,
    mailFolder: join(dataFolder, 'mail'),
    address: given.LANTOA_ADDRESS ?? null,
    quietHours: {
      from: Number(given.LANTOA_QUIET_HOURS.split('-')[0]),
      to: Number(given.LANTOA_QUIET_HOURS.split('-')[1]),
    },
    webhookLocal: given.LANTOA_WEBHOOK_LOCAL === '1',
    oidc: oidcOf(given),
  }
}

type Given = z.infer<typeof Environment>

function proxiesOf(given: Given['LANTOA_PROXY']): readonly string[] {
  if (Array.isArray(given)) return given
  return given === '1' ? LOOPBACK : []
}

function oidcOf(given: Given): OidcSetting | null {
  const { LANTOA_OIDC_ISSUER: issuer, LANTOA_OIDC_CLIENT: clientId, LANTOA_OIDC_LINK: linkBy } = given
  if (issuer === undefined || clientId === undefined) return null
  return {
    issuer,
    clientId,
    clientSecret: given.LANTOA_OIDC_SECRET ?? null,
    name: given.LANTOA_OIDC_NAME ?? null,
    linkBy,
  }
}

function certificateOf({ LANTOA_CERT: cert, LANTOA_KEY: key }: Given, folder: string): Config['certificate'] {
  return cert && key ? { certFile: resolve(folder, cert), keyFile: resolve(folder, key) } : null
}

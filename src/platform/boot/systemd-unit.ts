// cspell:ignore NOFILE (a name of systemd)
export interface UnitFacts {
  readonly node: string
  readonly root: string
  readonly user: string
  /** Root must become PostgreSQL's account and look after its files. */
  readonly isRoot: boolean
  /** Where the service writes; everything else it can only read. */
  readonly writable: readonly string[]
  /** Settings of the shell in which the unit was asked for, without secrets. */
  readonly settings: Readonly<Record<string, string>>
  /** The database's socket lies in the system's folder for temporary files: a folder of its own would hide it from commands. */
  readonly sharesTmp: boolean
  /** It listens below 1024. */
  readonly hasLowPort: boolean
}

/** Of all rights of root: become PostgreSQL's account, give files to it, stop it. */
const ROOT_RIGHTS = ['CAP_CHOWN', 'CAP_DAC_OVERRIDE', 'CAP_FOWNER', 'CAP_SETUID', 'CAP_SETGID', 'CAP_KILL']
const LOW_PORT = 'CAP_NET_BIND_SERVICE'

/**
 * A unit file for systemd ≥ 240: starts at boot, again after a fault, may write only where the data lies. Only our own process is asked to stop; it stops
 * its database itself.
 */
export function systemdUnit(facts: UnitFacts): string {
  const { node, root, user, settings } = facts
  const exec = [node, `${root}/bin/lantoa.js`, 'serve'].map(quotedCommand).join(' ')
  return `[Unit]
Description=Lan Toa
After=network-online.target postgresql.service
Wants=network-online.target
StartLimitIntervalSec=300
StartLimitBurst=5

[Service]
Type=simple
User=${user}
WorkingDirectory=${escaped(root)}
${Object.entries({ NODE_ENV: 'production', ...settings })
  .map(environment)
  .join('\n')}
ExecStart=${exec}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=5
KillMode=mixed
TimeoutStopSec=60
UMask=${facts.isRoot ? '0022' : '0077'}
LimitNOFILE=65536

${hardening(facts).join('\n')}

[Install]
WantedBy=multi-user.target
`
}

function hardening({ writable, sharesTmp, isRoot, hasLowPort }: UnitFacts): string[] {
  const rights = [...(isRoot ? ROOT_RIGHTS : []), ...(hasLowPort ? [LOW_PORT] : [])]
  return [
    'NoNewPrivileges=yes',
    `CapabilityBoundingSet=${rights.join(' ')}`,
    ...(hasLowPort && !isRoot ? [`AmbientCapabilities=${LOW_PORT}`] : []),
    'ProtectSystem=strict',
    'ProtectHome=read-only',
    ...[...writable, ...(sharesTmp ? ['/tmp'] : [])].map((path) => `ReadWritePaths=${quotedPath(path)}`),
    `PrivateTmp=${sharesTmp ? 'no' : 'yes'}`,
    'PrivateDevices=yes',
    'ProtectClock=yes',
    'ProtectControlGroups=yes',
    'ProtectHostname=yes',
    'ProtectKernelLogs=yes',
    'ProtectKernelModules=yes',
    'ProtectKernelTunables=yes',
    'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
    'RestrictNamespaces=yes',
    'RestrictRealtime=yes',
    'RestrictSUIDSGID=yes',
    'LockPersonality=yes',
    'SystemCallArchitectures=native',
  ]
}

/** `%` begins a specifier everywhere in a unit file. */
const escaped = (text: string) => text.replaceAll('%', '%%')

function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const quotedPath = (path: string) => escaped(quoted(path))

/** In commands `$` begins a variable as well. */
const quotedCommand = (part: string) => escaped(quoted(part)).replaceAll('$', '$$$$')

const environment = ([name, value]: [string, string]) => `Environment=${escaped(quoted(`${name}=${value}`))}`

const instant = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `20/11/2026, 08:30`, in Viet Nam. */
export function shownInstant(at: Date): string {
  return instant.format(at)
}

const browsers = [/Edg\//, /OPR\//, /coc_coc/i, /Firefox\//, /Chrome\//, /Safari\//]
const browserNames = ['Edge', 'Opera', 'Cốc Cốc', 'Firefox', 'Chrome', 'Safari']
const systems = [/Android/, /iPhone|iPad/, /Windows/, /Mac OS X/, /Linux/]
const systemNames = ['Android', 'iPhone/iPad', 'Windows', 'macOS', 'Linux']

/** Browser and system as people call them: enough to recognise one's own telephone. */
export function deviceName(agent: string): string {
  const browser = browserNames[browsers.findIndex((pattern) => pattern.test(agent))]
  const system = systemNames[systems.findIndex((pattern) => pattern.test(agent))]
  return [browser, system].filter(Boolean).join(', ') || agent.slice(0, 40)
}

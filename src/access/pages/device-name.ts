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

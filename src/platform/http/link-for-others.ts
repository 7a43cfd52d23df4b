import { officeHosts } from './doors.ts'
import { isLocalHost } from './local-hosts.ts'
import type { HouseRequest } from './route.ts'

/**
 * A page's whole address as another machine opens it: under the address that the office has set, else under the one by which this request came. Whoever sits at the server's own computer
 * gets its name in the office network, since «localhost» would lead a colleague to their own.
 */
export function linkForOthers(c: HouseRequest, path: string): string {
  const { config } = c.var.ctx
  if (config.address !== null) return new URL(path, config.address).href
  const link = new URL(path, c.req.url)
  const [host] = isLocalHost(link.host) ? officeHosts(config.host) : []
  if (host !== undefined) link.hostname = host
  return link.href
}

import { OAuth2Server } from 'oauth2-mock-server'
import { onTestFinished } from 'vitest'

export interface TestProvider {
  readonly issuer: string
  /** What the provider says of whoever signs in next: claims of the proof. */
  says: Record<string, unknown>
  /** What it sends to the address that asked, instead of a code. */
  refuses: boolean
  /** Claims that are put into the proof over the right ones. */
  forges: Record<string, unknown>
  /** Stops answering. */
  stop(): Promise<void>
  /** The browser at the provider: from the page to the address that it leads back to. */
  visit(page: string): Promise<string>
}

/** A real OpenID Connect provider on this computer: discovery, keys, PKCE, signed proofs. */
export async function aProvider(): Promise<TestProvider> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, 'localhost')
  const provider: TestProvider = {
    issuer: server.issuer.url ?? '',
    says: {},
    refuses: false,
    forges: {},
    stop: async () => {
      if (server.listening) await server.stop()
    },
    visit: async (page) => {
      const answer = await fetch(page, { redirect: 'manual' })
      return answer.headers.get('location') ?? ''
    },
  }
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, provider.says, provider.forges)
  })
  server.service.on('beforeAuthorizeRedirect', (redirect: { url: URL }) => {
    if (!provider.refuses) return
    redirect.url.searchParams.delete('code')
    redirect.url.searchParams.set('error', 'access_denied')
  })
  onTestFinished(() => provider.stop())
  return provider
}

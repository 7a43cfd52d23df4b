import * as client from 'openid-client'
import type { OidcSetting } from '../config.ts'
import type { Chance } from '../context.ts'

/** Seconds that the provider has for each answer. */
const PATIENCE = 10

/** Why nobody came back with a proof. */
export type OidcTrouble = 'unreachable' | 'refused' | 'unproven' | 'expired'

export class OidcFailure extends Error {
  readonly trouble: OidcTrouble

  constructor(trouble: OidcTrouble, cause?: unknown) {
    super(`single sign-on: ${trouble}`, { cause })
    this.name = 'OidcFailure'
    this.trouble = trouble
  }
}

/** What the browser keeps until it comes back: proves that the answer belongs to the question. */
export interface OidcErrand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the provider has proved somebody to be. */
export interface OidcIdentity {
  /** Issuer and subject: names one account for ever. */
  readonly subject: string
  /** Only where the provider says that it has been verified. */
  readonly email: string | null
  readonly userName: string | null
}

/** The provider's page on which somebody proves who they are, and what must be kept meanwhile. Throws `OidcFailure`. */
export async function providerPage(
  setting: OidcSetting,
  redirectUri: string,
  chance: Chance,
): Promise<{ page: URL; errand: OidcErrand }> {
  const provider = await discover(setting)
  const secret = () => Buffer.from(chance.bytes(32)).toString('base64url')
  const errand = { state: secret(), nonce: secret(), verifier: secret() }
  const page = client.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
    state: errand.state,
    nonce: errand.nonce,
  })
  return { page, errand }
}

/** Exchanges the answer of the provider for a proof: state, nonce, signature, issuer and audience are checked. Throws `OidcFailure`. */
export async function provenIdentity(setting: OidcSetting, answer: URL, errand: OidcErrand): Promise<OidcIdentity> {
  const provider = await discover(setting)
  try {
    const tokens = await client.authorizationCodeGrant(provider, answer, {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new OidcFailure('unproven')
    const said = await allClaims(provider, tokens.access_token, claims)
    const { email, email_verified: verified, preferred_username: userName } = said
    return {
      subject: `${claims.iss} ${claims.sub}`,
      email: verified === true && typeof email === 'string' ? email.trim().toLowerCase() : null,
      userName: typeof userName === 'string' ? userName.trim().toLowerCase() : null,
    }
  } catch (error) {
    throw failureOf(error)
  }
}

type Claims = client.IDToken | client.UserInfoResponse

/** Some providers say no more in the proof than who it is; the rest has to be asked for. */
async function allClaims(provider: client.Configuration, accessToken: string, claims: client.IDToken): Promise<Claims> {
  const isWhole = claims['email'] !== undefined || claims['preferred_username'] !== undefined
  if (isWhole || !provider.serverMetadata().userinfo_endpoint) return claims
  return client.fetchUserInfo(provider, accessToken, claims.sub)
}

async function discover({ issuer, clientId, clientSecret }: OidcSetting): Promise<client.Configuration> {
  const server = new URL(issuer)
  const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret)
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : []
  try {
    return await client.discovery(server, clientId, undefined, authentication, { execute, timeout: PATIENCE })
  } catch (error) {
    throw new OidcFailure('unreachable', error)
  }
}

function failureOf(error: unknown): OidcFailure {
  if (error instanceof OidcFailure) return error
  if (error instanceof client.AuthorizationResponseError) return new OidcFailure('refused', error)
  const isNetwork = error instanceof TypeError || (error as { code?: string }).code === 'OAUTH_TIMEOUT'
  return new OidcFailure(isNetwork ? 'unreachable' : 'unproven', error)
}

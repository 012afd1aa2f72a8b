import type { Flow } from '../../flow/types.ts';
import { encodeText } from '../../jwt/base64url.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { formEncodeParameter } from '../../oauth/build-authorize-url.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import { createPkce, createVerifier, type Pkce } from '../../oauth/pkce.ts';
import { type RandomBytes, randomValue, secureRandom, uuidV4 } from '../../oauth/random.ts';
import { splitUrl } from '../../oauth/url.ts';
import { type Catalogue, profileById } from '../../providers/catalogue.ts';
import type { Profile } from '../../providers/types.ts';
import type { FinishedRequest } from '../request/launch-order.ts';
import { regenerateClaims } from './replay-claims.ts';
import type { ReplayPlan } from './replay-plan.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The request exactly as it was; a POST becomes a GET with the same parameters (OpenID Connect Core section 3.1.2.1). */
export function sameRequest(flow: Flow, catalogue: Catalogue): FinishedRequest | undefined {
  const { request } = flow;
  if (!request) return undefined;
  return finished(
    flow,
    profileById(catalogue, flow.profileId),
    request,
    request.method === 'GET' ? request.url : urlWith(request, request.parameters),
  );
}

/**
 * The request with fresh state, nonce and code_challenge, and its request object with a fresh jti and fresh times, signed
 * again. Rejects when it cannot be signed.
 * @param now milliseconds since the epoch
 */
export async function regenerateRequest(
  flow: Flow,
  plan: ReplayPlan,
  now: number,
  catalogue: Catalogue,
  random: RandomBytes = secureRandom,
): Promise<FinishedRequest | undefined> {
  const { request } = flow;
  if (!request) return undefined;
  const { replaced, pkce } = await generateValues(request, random);
  const token = await signAgain(request, plan, { replaced, now: Math.floor(now / 1000), id: uuidV4(random) });
  const parameters = request.parameters.map((parameter): Parameter => {
    const value = parameter.name === 'request' && token !== undefined ? token : replaced.get(parameter.value);
    return value === undefined || !isMade(parameter.name, token) ? parameter : changed(parameter, value);
  });
  return finished(
    flow,
    profileById(catalogue, flow.profileId),
    request,
    urlWith(request, parameters),
    replaced,
    pkce,
  );
}

function isMade(name: string, token: string | undefined): boolean {
  return ['state', 'nonce', 'code_challenge'].includes(name) || (name === 'request' && token !== undefined);
}

async function generateValues(
  { values }: AuthorizeRequest,
  random: RandomBytes,
): Promise<{ replaced: ReadonlyMap<string, string>; pkce?: Pkce }> {
  const replaced = new Map<string, string>();
  for (const name of ['state', 'nonce'] as const) {
    const old = values[name]?.value;
    if (old) replaced.set(old, UUID.test(old) ? uuidV4(random) : randomValue(random));
  }
  const challenge = values.code_challenge?.value;
  if (!challenge) return { replaced };
  const isPlain = values.code_challenge_method?.value !== 'S256';
  const verifier = createVerifier(random);
  const pkce: Pkce = isPlain ? { verifier, challenge: verifier, method: 'plain' } : await createPkce(random);
  replaced.set(challenge, pkce.challenge);
  return { replaced, pkce };
}

async function signAgain(
  { requestObject }: AuthorizeRequest,
  { key }: ReplayPlan,
  fresh: Parameters<typeof regenerateClaims>[1],
): Promise<string | undefined> {
  const { header, payload } = requestObject ?? {};
  if (!header || !payload) return undefined;
  const claims = regenerateClaims(payload, fresh);
  if (!key) return `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}.`;
  // Loaded here only, so that the page starts without it.
  const { signToken } = await import('../../jwt/sign.ts');
  return signToken(header, claims, key.privateKey);
}

/** The same endpoint with these parameters; those that did not change keep their own encoding. */
function urlWith({ url }: AuthorizeRequest, parameters: readonly Parameter[]): string {
  const query = parameters.map(({ name, value, rawName, rawValue }) => {
    return `${rawName ?? formEncodeParameter(name)}=${rawValue ?? formEncodeParameter(value)}`;
  });
  return `${splitUrl(url).base}?${query.join('&')}`;
}

function changed({ rawValue: _, ...parameter }: Parameter, value: string): Parameter {
  return { ...parameter, value };
}

function finished(
  flow: Flow,
  profile: Profile,
  { values }: AuthorizeRequest,
  url: string,
  replaced: ReadonlyMap<string, string> = new Map(),
  pkce?: Pkce,
): FinishedRequest {
  const sent = Object.entries(values).flatMap(([standard, { name, value }]): [string, string][] => {
    const now = replaced.get(value) ?? value;
    return [
      [name, now],
      [standard, now],
    ];
  });
  return {
    url,
    profile,
    environmentId: flow.environmentId ?? profile.environments[0].id,
    values: Object.fromEntries(sent),
    ...(pkce ? { pkce } : {}),
  };
}

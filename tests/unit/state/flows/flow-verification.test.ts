import { signal } from '@preact/signals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../../../lib/flow/types.ts';
import { createFlowVerification } from '../../../../lib/state/flows/flow-verification.ts';
import { answered, authorizeUrl, callbackUrl, ISSUER, NOW, NOW_SECONDS } from '../../rules/support/flows.ts';
import { CATALOGUE } from '../../support/catalogue.ts';

let token = '';
let jwk: JsonWebKey = {};
let flow: Flow;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  jwk = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig' } as JsonWebKey;
  token = await new SignJWT({ nonce: 'n1' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer(ISSUER)
    .setAudience('c1')
    .setExpirationTime(NOW_SECONDS + 300)
    .sign(privateKey);
  const request = authorizeUrl({ response_type: 'code id_token', scope: 'openid', nonce: 'n1' });
  flow = answered(request, callbackUrl({ id_token: token }, '#'));
});

/** Answers discovery and JWKS, and writes down what was asked. */
const network = (keys: readonly JsonWebKey[], asked: string[] = []): typeof fetch =>
  (async (url: string) => {
    asked.push(url);
    const discovery = {
      issuer: ISSUER,
      jwks_uri: `${ISSUER}/jwks`,
      authorization_response_iss_parameter_supported: true,
    };
    return new Response(JSON.stringify(url.endsWith('/jwks') ? { keys } : discovery));
  }) as unknown as typeof fetch;

describe('checking a token of a flow', () => {
  it('fetches the keys of the named issuer on demand and tells rules what it came to', async () => {
    const asked: string[] = [];
    const model = createFlowVerification({
      catalogue: signal(CATALOGUE),
      fetch: network([jwk], asked),
      now: () => NOW,
    });
    expect(model.addressOf(flow, token)).toBe(ISSUER);
    expect(model.factsOf(flow.id)).toEqual({ verified: [] });
    expect(asked).toEqual([]);
    await model.checkByIssuer(flow, token, ISSUER);
    expect(asked).toEqual([`${ISSUER}/.well-known/openid-configuration`, `${ISSUER}/jwks`]);
    expect(model.checked.value.get(token)).toMatchObject({
      keysFrom: ISSUER,
      selfNamed: true,
      verification: { status: 'verified' },
    });
    expect(model.factsOf(flow.id)).toEqual({
      verified: [{ token, status: 'verified', reason: 'The signature is valid.', warnings: [], keys: [jwk] }],
      issInResponses: true,
    });
    expect(model.factsOf('another')).not.toHaveProperty('issInResponses');
    expect(model.checking.value.size).toBe(0);
  });

  it('says why no key came', async () => {
    const offline = (async () => {
      throw new TypeError('Failed to fetch');
    }) as typeof fetch;
    const model = createFlowVerification({ catalogue: signal(CATALOGUE), fetch: offline, now: () => NOW });
    await model.checkByIssuer(flow, token, ISSUER);
    expect(model.checked.value.get(token)).toMatchObject({
      keysFrom: ISSUER,
      failure: { code: 'unreachable' },
    });
    expect(model.factsOf(flow.id)).toEqual({ verified: [] });
  });

  it('checks with a saved key without asking anybody', async () => {
    const asked: string[] = [];
    const model = createFlowVerification({
      catalogue: signal(CATALOGUE),
      fetch: network([], asked),
      now: () => NOW,
    });
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    const other = { ...(await exportJWK(publicKey)), kid: 'other' } as JsonWebKey & { kid: string };
    await model.checkBySaved(flow, token, {
      id: '1',
      name: 'Another key',
      kid: 'other',
      algorithm: 'ES256',
      createdAt: 0,
      publicJwk: other,
    });
    expect(asked).toEqual([]);
    expect(model.checked.value.get(token)).toMatchObject({
      keysFrom: 'the saved key Another key',
      verification: { status: 'invalid-signature' },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discoveredProfile } from '../../../lib/providers/discovered-profile.ts';
import { validateProfile } from '../../../lib/providers/validate-profile.ts';
import { discoverProfile } from '../../../lib/state/profiles/profile-discovery.ts';

const DOCUMENT = {
  issuer: 'https://login.acme.example',
  authorization_endpoint: 'https://login.acme.example/authorize',
  token_endpoint: 'https://api.acme.example/token',
  jwks_uri: 'https://api.acme.example/jwks',
  scopes_supported: ['openid', 'accounts'],
  response_types_supported: ['code'],
};

/** Answers by address; anything else is not found. */
const network =
  (answers: Readonly<Record<string, unknown>>, asked: string[] = []): typeof fetch =>
  async (address) => {
    asked.push(String(address));
    const answer = answers[String(address)];
    if (answer instanceof Error) throw answer;
    return answer === undefined
      ? new Response('nothing here', { status: 404 })
      : new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };

describe('discovery', () => {
  test('makes a sound profile of what the issuer says', () => {
    const made = discoveredProfile('https://login.acme.example/', DOCUMENT, [], 'Acme');
    if (!made.ok) throw new Error(made.failure.message);
    const { profile } = made;
    expect(validateProfile(profile)).toEqual({ ok: true, value: profile });
    expect(profile).toMatchObject({ id: 'acme', name: 'Acme', recognise: { hosts: ['login.acme.example'] } });
    expect(profile.environments).toEqual([
      {
        id: 'main',
        name: 'Main',
        authorizationEndpoint: 'https://login.acme.example/authorize',
        issuer: 'https://login.acme.example',
        bases: { issuer: 'https://login.acme.example' },
        hosts: ['https://login.acme.example/*', 'https://api.acme.example/*'],
        defaults: {
          token_endpoint: 'https://api.acme.example/token',
          jwks_uri: 'https://api.acme.example/jwks',
        },
      },
    ]);
    expect(profile.parameters.find(({ name }) => name === 'scope')?.choices).toEqual(['openid', 'accounts']);
  });

  test('makes an OAuth profile where the document knows nothing of OpenID', () => {
    const { scopes_supported: _, ...rest } = DOCUMENT;
    const made = discoveredProfile(DOCUMENT.issuer, rest, []);
    expect(made.ok && made.profile.parameters.some(({ name }) => name === 'nonce')).toBe(false);
    expect(made.ok && made.profile.name).toBe('login.acme.example');
  });

  test.each([
    [{ ...DOCUMENT, issuer: 'https://evil.example' }, 'issuer-differs'],
    [{ ...DOCUMENT, issuer: undefined }, 'issuer-differs'],
    [{ ...DOCUMENT, authorization_endpoint: 'javascript:alert(1)' }, 'no-authorization-endpoint'],
    [{ issuer: DOCUMENT.issuer }, 'no-authorization-endpoint'],
  ])('refuses %j: %s', (document, code) => {
    const made = discoveredProfile(DOCUMENT.issuer, document, []);
    expect(made.ok ? 'made' : made.failure.code).toBe(code);
  });

  test('makes a sound profile of any document, or says why not', () => {
    const values = fc.oneof(fc.jsonValue(), fc.webUrl(), fc.array(fc.string()));
    const members = Object.fromEntries(
      [...Object.keys(DOCUMENT), 'acr_values_supported', 'userinfo_endpoint'].map((name) => [name, values]),
    );
    fc.assert(
      fc.property(fc.record(members, { requiredKeys: [] }), fc.boolean(), (document, sound) => {
        const whole = sound ? { ...DOCUMENT, ...document, issuer: DOCUMENT.issuer } : document;
        const made = discoveredProfile(DOCUMENT.issuer, whole, []);
        if (made.ok) expect(validateProfile(made.profile)).toEqual({ ok: true, value: made.profile });
      }),
      { numRuns: 300 },
    );
  });

  test('asks at the place of OpenID first, then at that of OAuth', async () => {
    const asked: string[] = [];
    const issuer = 'https://login.acme.example/tenant';
    const send = network(
      { 'https://login.acme.example/.well-known/oauth-authorization-server/tenant': { ...DOCUMENT, issuer } },
      asked,
    );
    expect(await discoverProfile(`${issuer}/`, '', [], send)).toMatchObject({ ok: true });
    expect(asked).toEqual([
      'https://login.acme.example/tenant/.well-known/openid-configuration',
      'https://login.acme.example/.well-known/oauth-authorization-server/tenant',
    ]);
  });

  test.each([
    ['no address', {}, 'address'],
    ['https://me:pw@acme.example', {}, 'address'],
    ['https://acme.example', {}, 'status'],
    [
      'https://acme.example',
      { 'https://acme.example/.well-known/openid-configuration': '<html>' },
      'web-page',
    ],
    [
      'https://acme.example',
      { 'https://acme.example/.well-known/openid-configuration': new Error('no') },
      'unreachable',
    ],
  ])('says why nothing was found at %s: %j', async (issuer, answers, code) => {
    const found = await discoverProfile(issuer, '', [], network(answers));
    expect(found.ok ? 'found' : found.failure.code).toBe(code);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanStorage } from '../../../../lib/flow/app-storage/storage-scan.ts';
import { s256Challenge } from '../../../../lib/oauth/pkce.ts';

const STATE = 'f1d2-state.value_0';
const NONCE = 'nonce-value-1';
/** The pair of RFC 7636 appendix B. */
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const WANTED = { state: STATE, nonce: NONCE, challenge: CHALLENGE };
const ORIGIN = 'http://localhost:3000';

function area(items: Readonly<Record<string, string>>) {
  const names = Object.keys(items);
  return {
    length: names.length,
    key: (index: number) => names[index] ?? null,
    getItem: (name: string) => items[name] ?? null,
  };
}

const found = (items: Readonly<Record<string, string>>, wanted = WANTED) =>
  scanStorage(wanted, ORIGIN, { sessionStorage: area(items), localStorage: undefined }).entries.map(
    ({ name, holds }) => [name, holds.join(' ')],
  );

describe('scanStorage', () => {
  it('finds what oidc-client-ts stores', () => {
    const name = `oidc.${STATE}`;
    const value = JSON.stringify({ id: STATE, created: 1, code_verifier: VERIFIER, client_id: 'app' });
    expect(found({ [name]: value })).toEqual([[name, 'state verifier']]);
    expect(found({ [name]: value }, { ...WANTED, state: `${STATE};/account?a=1` })).toEqual([
      [name, 'state verifier'],
    ]);
  });

  it('finds what auth0-spa-js stores', () => {
    const name = 'a0.spajs.txs.client-1';
    const value = JSON.stringify({ nonce: NONCE, code_verifier: VERIFIER, state: STATE, scope: 'openid' });
    expect(found({ [name]: value, 'a0.other': '{}' })).toEqual([[name, 'state nonce verifier']]);
  });

  it('finds what msal-browser stores, in Base64 too', () => {
    const request = btoa(JSON.stringify({ codeVerifier: VERIFIER, state: STATE, nonce: NONCE }));
    expect(
      found({
        'msal.client-1.request.params': request,
        'msal.client-1.nonce.idtoken': NONCE,
        'msal.interaction.status': 'client-1',
      }),
    ).toEqual([
      ['msal.client-1.request.params', 'state nonce verifier'],
      ['msal.client-1.nonce.idtoken', 'nonce'],
    ]);
  });

  it('finds what keycloak-js stores', () => {
    const name = `kc-callback-${STATE}`;
    const value = JSON.stringify({ state: STATE, nonce: NONCE, pkceCodeVerifier: VERIFIER, expires: 1 });
    expect(found({ [name]: value })).toEqual([[name, 'state nonce verifier']]);
    expect(found({ [name]: '' })).toEqual([[name, 'state']]);
  });

  it('finds plain values, and gives none of them back', () => {
    const items = { pkce: VERIFIER, oauth_state: STATE, theme: 'dark' };
    expect(found(items)).toEqual([
      ['pkce', 'verifier'],
      ['oauth_state', 'state'],
    ]);
    const scan = scanStorage(WANTED, ORIGIN, { localStorage: area(items) });
    expect(scan.total).toBe(3);
    expect(scan.entries[0]?.area).toBe('localStorage');
    expect(JSON.stringify(scan)).not.toContain(VERIFIER);
  });

  it('takes the verifier of another request for none, and a plain one by itself', () => {
    expect(found({ pkce: `${VERIFIER}x` })).toEqual([]);
    expect(
      found({ pkce: VERIFIER }, { ...WANTED, challenge: VERIFIER, isPlain: true } as typeof WANTED),
    ).toEqual([['pkce', 'verifier']]);
  });

  it('runs as a text, as it does in a page', () => {
    const run = new Function(`return (${scanStorage.toString()})(...arguments)`);
    const areas = { sessionStorage: area({ pkce: VERIFIER }) };
    expect(run(WANTED, ORIGIN, areas)).toEqual(scanStorage(WANTED, ORIGIN, areas));
  });

  it('finds every verifier by its challenge, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z0-9._~-]{43,128}$/),
        fc.string(),
        async (verifier, name) => {
          const wanted = { ...WANTED, challenge: await s256Challenge(verifier) };
          expect(found({ [name]: JSON.stringify({ a: [verifier] }) }, wanted)).toEqual([[name, 'verifier']]);
        },
      ),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.json(), fc.base64String())),
        (items) => {
          expect(Array.isArray(found(items))).toBe(true);
        },
      ),
    );
  });
});

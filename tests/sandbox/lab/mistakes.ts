import { Buffer } from 'node:buffer';
import { createHash, randomUUID, webcrypto } from 'node:crypto';
import type { Hono } from 'hono';
import { exportJWK, generateKeyPair } from 'jose';
import type { SandboxUrls } from '../ports.ts';
import type { Entry } from './answers.ts';

const KID = 'lab-mistakes';
const LIFETIME_S = 300;

/** An answer before it is signed: sound, until a mistake changes it. */
interface Draft {
  readonly status: 303 | 307;
  readonly redirectUri: string;
  readonly mark: '?' | '#';
  /** Beside the token, or inside of it for JARM. */
  readonly parameters: readonly Entry[];
  /** JSON of the token's header. */
  readonly header: string;
  /** Put over the claims that would be right. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Changes the finished token. */
  readonly finish: (token: string) => string;
  /** Signed by a key that nobody publishes. */
  readonly forged: boolean;
}

type Mistake = (draft: Draft, seconds: number) => Partial<Draft>;

const header = (members: Record<string, unknown>): string =>
  JSON.stringify({ alg: 'ES256', kid: KID, ...members });
const replaced = ({ parameters }: Draft, name: string, value: string): readonly Entry[] =>
  parameters.map((entry) => (entry[0] === name ? [name, value] : entry));

/** What an authorization server can do wrong in its answer, one thing each. */
const MISTAKES: Readonly<Record<string, Mistake>> = {
  none: () => ({}),
  'state-other': (draft) => ({ parameters: replaced(draft, 'state', `never-sent-${randomUUID()}`) }),
  'code-and-error': ({ parameters }) => ({ parameters: [...parameters, ['error', 'access_denied']] }),
  'code-twice': ({ parameters }) => ({ parameters: [...parameters, ['code', randomUUID()]] }),
  'iss-other': (draft) => ({ parameters: replaced(draft, 'iss', 'https://other.example') }),
  'token-in-query': () => ({ mark: '?' }),
  'nonce-other': () => ({ claims: { nonce: randomUUID() } }),
  'code-hash-other': () => ({ claims: { c_hash: hash('another code') } }),
  'token-hash-other': ({ parameters }) => ({
    parameters: [...parameters, ['access_token', randomUUID()], ['token_type', 'Bearer']],
    claims: { at_hash: hash('another token') },
  }),
  'state-hash-other': () => ({ claims: { s_hash: hash('another state') } }),
  expired: (_, seconds) => ({ claims: { iat: seconds - 7200, exp: seconds - 3600 } }),
  'audience-other': () => ({ claims: { aud: 'another-client' } }),
  elsewhere: ({ redirectUri }) => ({ redirectUri: new URL('/cb/elsewhere', redirectUri).href }),
  'status-307': () => ({ status: 307 }),
  'alg-none': () => ({
    header: header({ alg: 'none' }),
    finish: (token) => token.replace(/[^.]*$/, ''),
  }),
  'signature-cut': () => ({ finish: (token) => token.slice(0, -22) }),
  milliseconds: (_, seconds) => ({ claims: { exp: (seconds + LIFETIME_S) * 1000 } }),
  'unknown-crit': () => ({ header: header({ crit: ['x-own'], 'x-own': true }) }),
  'name-twice': () => ({ header: `{"alg":"ES256","kid":"${KID}","alg":"ES256"}` }),
  'code-again': (draft) => ({ parameters: replaced(draft, 'code', 'lab-code-again') }),
  forged: () => ({ forged: true }),
};

/** Adds `/mistake/<name>/authorize`: OpenID answers (JARM for response_mode=jwt) that are sound but for one thing. */
export async function mountMistakes(app: Hono, urls: SandboxUrls, now: () => number): Promise<void> {
  const issuer = `${urls.lab}/mistake`;
  const published = await generateKeyPair('ES256', { extractable: true });
  const hidden = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(published.publicKey)), kid: KID, alg: 'ES256', use: 'sig' };
  app.get('/mistake/.well-known/openid-configuration', (c) =>
    c.json({ issuer, jwks_uri: `${issuer}/jwks`, authorization_response_iss_parameter_supported: true }),
  );
  app.get('/mistake/jwks', (c) => c.json({ keys: [jwk] }));
  app.get('/mistake/:name/authorize', async (c) => {
    const name = c.req.param('name');
    const mistake = Object.hasOwn(MISTAKES, name) ? MISTAKES[name] : undefined;
    if (!mistake) return c.text(`The mistake must be one of ${Object.keys(MISTAKES).join(', ')}.`, 404);
    const asked = c.req.query();
    const jarm = asked.response_mode === 'jwt';
    const sound: Draft = {
      status: 303,
      redirectUri: asked.redirect_uri ?? '',
      mark: jarm ? '?' : '#',
      parameters: [
        ['code', randomUUID()],
        ['state', asked.state ?? ''],
        ['iss', issuer],
      ],
      header: header({}),
      claims: {},
      finish: (token) => token,
      forged: false,
    };
    const seconds = Math.floor(now() / 1000);
    const draft = { ...sound, ...mistake(sound, seconds) };
    const claims = { ...soundClaims(draft, asked, issuer, seconds, jarm), ...draft.claims };
    const { privateKey } = draft.forged ? hidden : published;
    const token = draft.finish(await sign(draft.header, claims, privateKey as webcrypto.CryptoKey));
    const entries: readonly Entry[] = jarm
      ? [['response', token]]
      : [...draft.parameters, ['id_token', token]];
    const text = new URLSearchParams(entries.map(([key, value]) => [key, value])).toString();
    return c.redirect(`${draft.redirectUri}${draft.mark}${text}`, draft.status);
  });
}

function soundClaims(
  { parameters }: Draft,
  asked: Readonly<Record<string, string>>,
  issuer: string,
  seconds: number,
  jarm: boolean,
): Record<string, unknown> {
  const made = { iss: issuer, aud: asked.client_id, iat: seconds, exp: seconds + LIFETIME_S };
  if (jarm) return { ...Object.fromEntries(parameters), ...made };
  const value = (name: string): string => parameters.find(([known]) => known === name)?.[1] ?? '';
  return {
    ...made,
    sub: 'jane',
    nonce: asked.nonce,
    c_hash: hash(value('code')),
    s_hash: hash(value('state')),
  };
}

/** The left half of a SHA-256 hash, as ES256 wants it. */
function hash(value: string): string {
  return createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');
}

/** Signs whatever header is given with ES256, right or not. */
async function sign(
  head: string,
  claims: Record<string, unknown>,
  key: webcrypto.CryptoKey,
): Promise<string> {
  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  const input = `${encode(head)}.${encode(JSON.stringify(claims))}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await webcrypto.subtle.sign(algorithm, key, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

import fc from 'fast-check';
import type { Flow } from '../../../lib/flow/types.ts';
import { onlyFlow, Story } from '../support/observations.ts';

/** A flow made for a test, and every secret that went into it. */
export interface SecretFlow {
  readonly flow: Flow;
  readonly secrets: readonly string[];
}

const UNITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** A run of one letter would be found in any padding. */
const isVaried = (text: string): boolean => new Set(text).size > 4;

const plain = fc.string({ unit: fc.constantFrom(...UNITS), minLength: 12, maxLength: 40 }).filter(isVaried);
const odd = fc
  .string({
    unit: fc.constantFrom(...UNITS, '+', '/', '=', ' ', '"', '\\', '&', '%', 'é', "'", '~', '-', '_'),
    minLength: 12,
    maxLength: 30,
  })
  .filter((text) => text.trim() === text && /[A-Za-z0-9]{4}/.test(text) && !/^[\w.-]+=/.test(text));
const secret = fc.oneof(plain, odd, fc.uuid()).filter(isVaried);

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const enc = encodeURIComponent;

function token(claims: object, signature: string): string {
  return `${base64url('{"alg":"PS256","kid":"k1"}')}.${base64url(JSON.stringify(claims))}.${base64url(signature)}`;
}

/** Where secrets are put beside their own parameters, as real traffic carries them on. */
const nested = (code: string, accessToken: string): readonly string[] => {
  const inner = `https://q.example/next?code=${enc(code)}&n=1`;
  return [
    `continue=${enc(inner)}`,
    `continue=${enc(`https://r.example/?u=${enc(inner)}`)}`,
    `blob=${base64url(JSON.stringify({ access_token: accessToken, at: 1 }))}`,
    `blob=${enc(Buffer.from(`code=${enc(code)}&x=1`).toString('base64'))}`,
    `note=seen-${enc(code)}-there`,
    `json=${enc(JSON.stringify({ list: [{ refresh_token: accessToken }] }))}`,
    `hex=${Buffer.from(code).toString('hex')}`,
    `aligned=${enc(Buffer.from(`x${code}`).toString('base64'))}`,
    `aligned=${base64url(`xy${code}!`)}`,
  ];
};

/** Flows with secrets in every place in which a flow can hold one. */
export const secretFlows: fc.Arbitrary<SecretFlow> = fc
  .record({
    code: secret,
    state: secret,
    nonce: secret,
    password: secret,
    accessToken: secret,
    signature: plain,
    subject: plain,
    session: plain,
    channel: fc.constantFrom('query', 'fragment', 'form_post', 'jarm'),
    carried: fc.array(fc.nat(8), { maxLength: 3 }),
  })
  .map((parts) => ({ flow: makeFlow(parts), secrets: secretsOf(parts) }));

interface Parts {
  readonly code: string;
  readonly state: string;
  readonly nonce: string;
  readonly password: string;
  readonly accessToken: string;
  readonly signature: string;
  readonly subject: string;
  readonly session: string;
  readonly channel: string;
  readonly carried: readonly number[];
}

function secretsOf(parts: Parts): readonly string[] {
  const { code, state, nonce, password, accessToken, subject, session, signature } = parts;
  return [code, state, nonce, password, accessToken, subject, session, base64url(signature)];
}

function makeFlow(parts: Parts): Flow {
  const { code, state, nonce, password, accessToken, signature, subject, session, channel, carried } = parts;
  const object = token({ iss: 'c1', aud: 'as', state, nonce, response_type: 'code' }, signature);
  const redirect = enc('https://app.example/cb');
  const authorize = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${redirect}&state=${enc(state)}&nonce=${enc(nonce)}&request=${object}`;
  const extra = carried.map((index) => nested(code, accessToken)[index] ?? '').join('&');
  const login = `https://as.example/login;jsessionid=${session}?${extra}`;
  const idToken = token(
    { sub: subject, c_hash: 'Y2hhc2g', nonce, email: `${subject}@mail.example` },
    signature,
  );
  const answer = `code=${enc(code)}&state=${enc(state)}&id_token=${idToken}&access_token=${enc(accessToken)}`;
  const story = new Story().request(authorize).redirect(authorize, 302, login).respond(login);
  const form = {
    kind: 'form',
    fields: [
      ['username', subject],
      ['password', password],
      ['csrf_token', session],
    ],
  } as const;
  story.request(login, { method: 'POST', body: form });
  const back = 'https://app.example/cb';
  if (channel === 'form_post') {
    story.respond(login).request(back, { method: 'POST', body: { kind: 'text', text: answer } });
  } else if (channel === 'jarm') {
    const jarm = token({ iss: 'as', code, state, aud: 'c1' }, signature);
    story.redirect(login, 302, `${back}?response=${jarm}`);
  } else story.redirect(login, 302, `${back}${channel === 'fragment' ? '#' : '?'}${answer}`);
  return { ...onlyFlow(story), ...calls(parts, idToken) };
}

function calls({ code, accessToken, password }: Parts, idToken: string): Partial<Flow> {
  return {
    calls: [
      {
        id: 'call-1',
        profileId: 'openid',
        stepId: 'exchange',
        name: 'Exchange the code',
        at: 1_700_000_000_100,
        elapsed: 20,
        method: 'POST',
        url: 'https://as.example/token',
        encoding: 'form',
        fields: [
          { in: 'header', name: 'Authorization', value: `Bearer ${accessToken}` },
          { in: 'header', name: 'Cookie', value: `sid=${encodeURIComponent(password)}; theme=dark` },
          { in: 'form', name: 'grant_type', value: 'authorization_code' },
          { in: 'form', name: 'code', value: code },
          { in: 'form', name: 'client_secret' },
        ],
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ access_token: accessToken, id_token: idToken, expires_in: 60 }),
      },
    ],
  };
}

/** Every spelling in which a secret must not be found. */
export function spellingsOf(text: string): readonly string[] {
  const once = enc(text);
  const spellings = [
    text,
    once,
    enc(once),
    Buffer.from(text).toString('hex'),
    JSON.stringify(text).slice(1, -1),
  ];
  for (const before of ['', 'x', 'xy']) {
    const bytes = Buffer.from(before + text);
    const start = [0, 2, 3][before.length] ?? 0;
    const end = bytes.length % 3 === 0 ? undefined : -1;
    for (const encoding of ['base64', 'base64url'] as const) {
      spellings.push(bytes.toString(encoding).replaceAll('=', '').slice(start, end));
    }
  }
  return spellings;
}

import { encodeBase64url } from '../jwt/base64url.ts';
import { decodeToken } from '../jwt/decode.ts';
import { looksLikeToken } from '../jwt/find-tokens.ts';
import { jsonWords } from '../jwt/json-words.ts';
import { type Aliases, type StandardName, standardName } from './aliases.ts';
import { type RandomBytes, randomValue, secureRandom } from './random.ts';
import type { EditedParameter } from './rewrite-callback.ts';

/** Ways to spoil a callback that a client must notice (RFC 6749 section 10.12, RFC 9700 section 4). */
export type Tampering = 'tamper-state' | 'replace-code' | 'inject-error';

type Entry = EditedParameter;

/** What a success carries and an error must not. */
const ANSWERS: ReadonlySet<StandardName | undefined> = new Set<StandardName>([
  'code',
  'id_token',
  'access_token',
  'token_type',
  'expires_in',
]);

const ERROR: readonly Entry[] = [
  { name: 'error', value: 'access_denied' },
  { name: 'error_description', value: 'Injected by Grantscope' },
];

/**
 * Applies a tampering to the parameters of a callback. In a JARM response the claims of its JWT are changed and the
 * signature is kept, which then no longer verifies: the provider's key is needed to sign again. Undefined when there is
 * nothing to tamper with: no such parameter, or an encrypted response.
 */
export function tamperCallback(
  edited: readonly EditedParameter[],
  tampering: Tampering,
  aliases: Aliases,
  random: RandomBytes = secureRandom,
): readonly EditedParameter[] | undefined {
  const sealed = edited.findIndex(({ name, value }) => name === 'response' && looksLikeToken(value.trim()));
  const response = edited[sealed];
  if (!response) return tamper(edited, tampering, aliases, random);
  const token = tamperToken(response.value, tampering, aliases, random);
  return token === undefined ? undefined : edited.with(sealed, { ...response, value: token });
}

function tamper(
  entries: readonly Entry[],
  tampering: Tampering,
  aliases: Aliases,
  random: RandomBytes,
): readonly Entry[] | undefined {
  if (tampering === 'inject-error') {
    const rest = entries.filter(
      ({ name }) => !ANSWERS.has(standardName(name, aliases)) && !isErrorName(name),
    );
    const [first, ...more] = ERROR.map((one) => {
      const known = entries.find(({ name }) => name === one.name);
      return known ? { ...known, value: one.value } : one;
    });
    return first ? [first, ...more, ...rest].toSorted(byOrigin) : rest;
  }
  const wanted = tampering === 'tamper-state' ? 'state' : 'code';
  const index = entries.findIndex(({ name }) => standardName(name, aliases) === wanted);
  const found = entries[index];
  if (!found) return undefined;
  const value = tampering === 'tamper-state' ? `${found.value}-tampered` : `replaced-${randomValue(random)}`;
  return entries.with(index, { ...found, value });
}

const isErrorName = (name: string): boolean => ERROR.some((one) => one.name === name);

/** Those that came first, in their order; added ones after them. */
function byOrigin(a: Entry, b: Entry): number {
  return (a.from ?? Number.MAX_SAFE_INTEGER) - (b.from ?? Number.MAX_SAFE_INTEGER);
}

function tamperToken(
  token: string,
  tampering: Tampering,
  aliases: Aliases,
  random: RandomBytes,
): string | undefined {
  const { payload, kind } = decodeToken(token);
  const [header, , signature] = token.trim().split('.');
  if (!payload || kind !== 'jws' || header === undefined || signature === undefined) return undefined;
  const claims = Object.entries(payload);
  const entries = claims.map(([name, value], from) => ({ from, name, value: jsonWords(value) }));
  const changed = tamper(entries, tampering, aliases, random);
  if (!changed) return undefined;
  const next = changed.map(({ from, name, value }) => {
    const claim = from === undefined ? undefined : claims[from];
    // What was not changed keeps its JSON type.
    return claim && claim[0] === name && jsonWords(claim[1]) === value ? claim : [name, value];
  });
  const text = JSON.stringify(Object.fromEntries(next));
  return `${header}.${encodeBase64url(new TextEncoder().encode(text))}.${signature}`;
}

import { encodeBase64url, encodeText } from './base64url.ts';
import { decodeToken } from './decode.ts';
import { type SigningKey, signToken } from './sign.ts';
import type { Json, JsonObject } from './types.ts';

/** Ways in which a token is broken on purpose. */
export type BrokenKind =
  | 'alg-none'
  | 'stripped-signature'
  | 'wrong-key'
  | 'key-confusion'
  | 'expired'
  | 'not-yet-valid'
  | 'changed-claim';

/** A token that a sound reader refuses, with a label that says why. */
export interface BrokenToken {
  readonly kind: BrokenKind;
  /** Plain words for a person who is about to use it. */
  readonly label: string;
  /** What a reader does that refuses it. */
  readonly expected: string;
  readonly token: string;
}

/** What broken tokens are made from. */
export interface BrokenSource {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The right key: broken tokens whose signature is right need it. */
  readonly key: SigningKey;
  /** Another key for the same algorithm. */
  readonly otherKey: SigningKey;
  /** PEM text of the public key; key confusion is left out without it. */
  readonly publicPem?: string;
  /** Which claim is changed, and to what; the subject when it is absent. */
  readonly change?: { readonly claim: string; readonly value: Json };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes every kind of broken token that the source allows, to test a reader of one's own. Throws a SignError. */
export async function brokenTokens(source: BrokenSource): Promise<readonly BrokenToken[]> {
  const { header, claims, key, otherKey, publicPem, now } = source;
  const sound = await signToken(header, claims, key);
  const seconds = Math.floor(now / 1000);
  const hour = 3600;
  return [
    make('alg-none', withoutAlgorithm(header, sound)),
    make('stripped-signature', sound.slice(0, sound.lastIndexOf('.') + 1)),
    make('wrong-key', await signToken(header, claims, otherKey)),
    ...(publicPem === undefined ? [] : [make('key-confusion', await confuse(header, sound, publicPem))]),
    make(
      'expired',
      await signToken(header, { ...claims, ...window(seconds - 2 * hour, seconds - hour) }, key),
    ),
    make(
      'not-yet-valid',
      await signToken(header, { ...claims, ...window(seconds + hour, seconds + 2 * hour) }, key),
    ),
    make('changed-claim', changeClaim(sound, source.change ?? { claim: 'sub', value: 'somebody-else' })),
  ];
}

const KINDS: Readonly<Record<BrokenKind, { readonly label: string; readonly expected: string }>> = {
  'alg-none': {
    label: 'Broken on purpose: alg is none and there is no signature',
    expected: 'Refused: alg none is not allowed (RFC 8725 section 3.2).',
  },
  'stripped-signature': {
    label: 'Broken on purpose: the signature is cut off',
    expected: 'Refused: the signature is empty (RFC 7515 section 5.2).',
  },
  'wrong-key': {
    label: 'Broken on purpose: signed with another key',
    expected: 'Refused: the signature does not match (RFC 7515 section 5.2).',
  },
  'key-confusion': {
    label: 'Broken on purpose: HS256 with the text of the public key as the secret',
    expected: 'Refused: the algorithm does not belong to the key (RFC 8725 sections 2.1 and 3.1).',
  },
  expired: {
    label: 'Broken on purpose: expired an hour ago, rightly signed',
    expected: 'Refused: exp has passed (RFC 7519 section 4.1.4).',
  },
  'not-yet-valid': {
    label: 'Broken on purpose: valid in an hour only, rightly signed',
    expected: 'Refused: nbf lies ahead (RFC 7519 section 4.1.5).',
  },
  'changed-claim': {
    label: 'Broken on purpose: a claim is changed under the old signature',
    expected: 'Refused: the signature does not match (RFC 7515 section 5.2).',
  },
};

function make(kind: BrokenKind, token: string): BrokenToken {
  return { kind, ...KINDS[kind], token };
}

const window = (nbf: number, exp: number): JsonObject => ({ iat: nbf, nbf, exp });

function withoutAlgorithm(header: JsonObject, sound: string): string {
  return `${encodeJson({ ...header, alg: 'none' })}.${sound.split('.')[1]}.`;
}

async function confuse(header: JsonObject, sound: string, publicPem: string): Promise<string> {
  const input = `${encodeJson({ ...header, alg: 'HS256' })}.${sound.split('.')[1]}`;
  const encoder = new TextEncoder();
  const parameters = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encoder.encode(publicPem), parameters, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', secret, encoder.encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

/** Changes one claim of a signed token and leaves its signature as it was. */
export function changeClaim(token: string, { claim, value }: { claim: string; value: Json }): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = decodeToken(token).payload ?? {};
  const changed = encodeJson({ ...claims, [claim]: value });
  // The same bytes would still be rightly signed.
  const other = changed === payload ? encodeJson({ ...claims, [claim]: null }) : changed;
  return `${header}.${other}.${signature}`;
}

function encodeJson(value: JsonObject): string {
  return encodeText(JSON.stringify(value));
}

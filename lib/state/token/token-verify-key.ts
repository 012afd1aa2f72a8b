import { t } from '../../i18n/t.ts';
import { parseJsonObject } from '../../jwt/parse-json.ts';
import { looksLikePem, readPem } from '../../jwt/pem.ts';
import { readVerifyKey } from '../../jwt/read-verify-key.ts';
import type { JwkSet, SecretText, VerifyKey } from '../../jwt/verify-types.ts';
import { readJwks } from '../../keys/import-jwk.ts';
import { importKey } from '../../keys/import-key.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { failureOf } from '../shared/failure-of.ts';
import type { KeySource } from './token-key-input.ts';

/** Everything that decides which key verifies. */
export interface VerifyKeyInput {
  readonly source: KeySource;
  readonly pasted: string;
  readonly passphrase: string;
  readonly secret: string;
  readonly encoding: SecretText['encoding'];
  readonly saved: KeyRecord | undefined;
  /** Every saved key that can verify, when the reader wants all of them tried. */
  readonly everySaved?: readonly KeyRecord[];
  readonly fetched: JwkSet | undefined;
}

/** A key for verifying, or why there is none; neither while nothing was given. */
export interface ResolvedVerifyKey {
  readonly key?: VerifyKey;
  readonly failure?: Failure;
  /** What the reader should know about it. */
  readonly note?: string;
}

/** Reads what was given as a key. Never throws. */
export async function resolveVerifyKey(input: VerifyKeyInput): Promise<ResolvedVerifyKey> {
  try {
    return await READERS[input.source](input);
  } catch (error) {
    return { failure: failureOf(error, t('tokenCheckGivenKey')) };
  }
}

const READERS: Readonly<Record<KeySource, (input: VerifyKeyInput) => Promise<ResolvedVerifyKey>>> = {
  saved: async ({ saved, everySaved }) => {
    if (everySaved) return { key: { keys: everySaved.flatMap(({ publicJwk }) => publicJwk ?? []) } };
    return saved ? { key: saved.publicJwk ?? saved.secretKey } : {};
  },
  fetched: async ({ fetched }) => (fetched ? { key: fetched } : {}),
  secret: async ({ secret, encoding }) => {
    if (secret === '') return {};
    const key = { secret, encoding };
    const { fault } = readVerifyKey(key);
    if (fault === undefined) return { key };
    return {
      failure: {
        code: 'secret',
        message: fault,
        remedy: t('tokenSecretRemedyBeside'),
      },
    };
  },
  pasted: ({ pasted, passphrase }) => readPasted(pasted, passphrase),
};

/** A public key stays as it is; of a private one the public half verifies. */
async function readPasted(pasted: string, passphrase: string): Promise<ResolvedVerifyKey> {
  const text = pasted.trim();
  if (text === '') return {};
  if (looksLikePem(text)) {
    const isPrivate = readPem(text).some(({ label }) => label.includes('PRIVATE'));
    if (!isPrivate) return { key: text };
    const { publicJwk } = await importKey(text, { passphrase });
    return publicJwk ? { key: publicJwk, note: t('tokenKeyIsPrivate') } : {};
  }
  if (text.startsWith('{') || text.startsWith('[')) return readJson(text);
  if (/^\S+$/.test(text) && !/^ey[\w-]+\.|^https?:/.test(text))
    return { key: text, note: t('tokenKeyAsSecret') };
  // Says what the text is instead.
  await importKey(text);
  return {};
}

/** What is inside of a set is evaluated with the token; only what is no key at all is refused here. */
function readJson(text: string): ResolvedVerifyKey {
  const value = parseJsonObject(text);
  const keys = value?.keys;
  if (Array.isArray(keys) && keys.length > 0) return withNote({ keys }, keys);
  if (typeof value?.kty === 'string') return withNote(value as JsonWebKey, [value]);
  readJwks(text);
  return {};
}

function withNote(key: JsonWebKey | JwkSet, members: readonly unknown[]): ResolvedVerifyKey {
  const isPrivate = members.some((one) => typeof one === 'object' && one !== null && 'd' in one);
  return { key, ...(isPrivate ? { note: t('tokenKeyIsPrivate') } : {}) };
}

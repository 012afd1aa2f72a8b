import { signal } from '@preact/signals';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decodeToken } from '../../../../lib/jwt/decode.ts';
import { verifyToken } from '../../../../lib/jwt/verify.ts';
import { generateKey } from '../../../../lib/keys/generate.ts';
import type { KeyRecord, StoredKey } from '../../../../lib/keys/types.ts';
import { createTokenModel, type TokenModel } from '../../../../lib/state/token/token-model.ts';
import { createTokenSigning, type TokenSigning } from '../../../../lib/state/token/token-signing.ts';
import { HMAC_SECRET, RSA_TOKEN } from '../../../e2e/support/token-vectors.ts';

let stored: StoredKey;
let signing: TokenSigning;
let model: TokenModel;

beforeAll(async () => {
  stored = await generateKey('Mine', 'ES256');
});

afterEach(() => signing.dispose());

/** Pauses end at once, so that every change is signed in the order in which it came. */
function make(records: readonly KeyRecord[] = [stored]): void {
  model = createTokenModel();
  let count = 0;
  signing = createTokenSigning(model, {
    stored: signal(records),
    now: () => 1_700_000_000_000,
    newId: () => `id-${++count}`,
    after: (_, run) => {
      queueMicrotask(run);
      return () => {};
    },
  });
}

/** Waits until the token holds these claims. */
function signed(claims: object): Promise<string> {
  return new Promise((resolve) => {
    const stop = signing.token.subscribe((token) => {
      if (JSON.stringify(decodeToken(token).payload) !== JSON.stringify(claims)) return;
      resolve(token);
      queueMicrotask(() => stop());
    });
  });
}

function failed(): Promise<string> {
  return new Promise((resolve) => {
    const stop = signing.failure.subscribe((failure) => {
      if (!failure) return;
      resolve(`${failure.message} ${failure.remedy}`);
      queueMicrotask(() => stop());
    });
  });
}

describe('a fresh token', () => {
  test('is signed with the saved key, whose algorithm and kid it names, and put into the text', async () => {
    make();
    model.mode.value = 'sign';
    const token = await signed({});
    expect(decodeToken(token).header).toEqual({ typ: 'JWT', alg: 'ES256', kid: stored.kid });
    expect(model.text.value).toBe(token);
    expect(await verifyToken(token, stored.publicJwk)).toMatchObject({ status: 'verified' });
  });

  test('is signed again with every change', async () => {
    make();
    model.mode.value = 'sign';
    await signed({});
    signing.claims.value = '{"sub":"me"}';
    await signed({ sub: 'me' });
    signing.setClaim('iat');
    signing.setClaim({ exp: 300 });
    signing.setClaim('jti');
    await signed({ sub: 'me', iat: 1_700_000_000, exp: 1_700_000_300, jti: 'id-1' });
  });

  test('is kept while what is written cannot be signed, and the reason is said', async () => {
    make();
    model.mode.value = 'sign';
    const token = await signed({});
    signing.claims.value = '{"sub":';
    expect(await failed()).toBe(
      'The payload cannot be signed. This is not JSON: at line 1, column 8 a value is expected, but the text ends there. The last token that could be signed is kept.',
    );
    expect(signing.token.value).toBe(token);
  });

  test('says that there is no key', async () => {
    make([]);
    model.mode.value = 'sign';
    expect(await failed()).toBe(
      'There is no key to sign with yet. Press Generate a key, or paste one of your own.',
    );
    expect(signing.token.value).toBe('');
  });

  test('is signed with a secret', async () => {
    make([]);
    model.mode.value = 'sign';
    signing.key.chosen.value = 'secret';
    signing.key.encoding.value = 'base64url';
    signing.key.secret.value = HMAC_SECRET;
    const token = await signed({});
    expect(decodeToken(token).header).toEqual({ typ: 'JWT', alg: 'HS256' });
    const secret = { secret: HMAC_SECRET, encoding: 'base64url' } as const;
    expect(await verifyToken(token, secret)).toMatchObject({ status: 'verified' });
  });

  test('of a template fits the key', async () => {
    make();
    model.mode.value = 'sign';
    await signed({});
    signing.useTemplate('dauth');
    expect(JSON.parse(signing.header.value)).toEqual({ alg: 'ES256', typ: 'JWT', kid: stored.kid });
    expect(JSON.parse(signing.claims.value)).toMatchObject({ network_name: 'ETHEREUM' });
  });
});

describe('a pasted token', () => {
  test('is not signed again before something is changed, and can be had back', async () => {
    make();
    model.open(RSA_TOKEN);
    model.mode.value = 'sign';
    expect(JSON.parse(signing.claims.value)).toMatchObject({ iss: 'joe' });
    await Promise.resolve();
    expect(model.text.value).toBe(RSA_TOKEN);
    signing.claims.value = '{"sub":"changed"}';
    await signed({ sub: 'changed' });
    expect(model.text.value).not.toBe(RSA_TOKEN);
    signing.restore();
    expect(model.text.value).toBe(RSA_TOKEN);
    expect(JSON.parse(signing.claims.value)).toMatchObject({ iss: 'joe' });
  });
});

test('broken variants are made of what is written', async () => {
  make();
  model.mode.value = 'sign';
  await signed({});
  const made = await signing.makeBroken(1_700_000_000_000);
  expect(made.map(({ kind }) => kind)).toContain('wrong-key');
  for (const { kind, token } of made) {
    const { status, claims } = await verifyToken(token, stored.publicJwk, { now: 1_700_000_000_000 });
    const refused = status !== 'verified' || claims.some(({ ok }) => !ok);
    expect(refused, kind).toBe(true);
  }
});

import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { signToken } from '../../../../lib/jwt/sign.ts';
import { generateKey } from '../../../../lib/keys/generate.ts';
import type { KeyRecord, StoredKey } from '../../../../lib/keys/types.ts';
import { NO_EXPECTATIONS } from '../../../../lib/state/token/token-expectations.ts';
import { createTokenModel, type TokenModel } from '../../../../lib/state/token/token-model.ts';
import {
  createTokenVerification,
  type TokenVerification,
} from '../../../../lib/state/token/token-verification.ts';
import { HMAC_SECRET, HMAC_TOKEN, RSA_JWK, RSA_TOKEN } from '../../../e2e/support/token-vectors.ts';

interface Made {
  readonly model: TokenModel;
  readonly verification: TokenVerification;
}

function make(stored: readonly KeyRecord[] = [], fetch?: typeof globalThis.fetch): Made {
  const model = createTokenModel();
  const verification = createTokenVerification(model, {
    stored: signal(stored),
    now: () => 1_000,
    ...(fetch ? { fetch } : {}),
  });
  return { model, verification };
}

/** The verdict once it was worked out. */
function verdict({ verification }: Made): Promise<string> {
  return new Promise((resolve) => {
    const stop = verification.result.subscribe((result) => {
      if (!result) return;
      queueMicrotask(() => {
        stop();
        resolve(verification.verdict.value.text);
      });
    });
  });
}

describe('the verdict', () => {
  test('asks for the key that the token names', async () => {
    const made = make();
    made.model.open(RSA_TOKEN);
    expect(made.verification.verdict.value).toEqual({
      status: 'not-verified',
      text: 'Not verified: checking',
    });
    expect(await verdict(made)).toBe('Not verified: add the key for RS256.');
  });

  test('is Verified with the right pasted key, and Invalid signature for a changed token', async () => {
    const made = make();
    made.model.open(RSA_TOKEN);
    made.verification.key.pasted.value = RSA_JWK;
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
    made.model.open(RSA_TOKEN.replace('Jqb2Ui', 'Jqb2Yi'));
    expect(await verdict(made)).toBe('Invalid signature: The signature does not match.');
  });

  test('is Malformed whatever the key', async () => {
    const made = make();
    made.verification.key.pasted.value = RSA_JWK;
    made.model.open(`${RSA_TOKEN}.x`);
    expect(made.verification.verdict.value.text).toMatch(/^Malformed: A token has 3 parts/);
  });

  test('takes a token out of the text around it', async () => {
    const made = make();
    made.verification.key.pasted.value = RSA_JWK;
    made.model.open(`Authorization: Bearer ${RSA_TOKEN}\n`);
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
  });
});

describe('the key', () => {
  test('is asked for as a secret when the token has an HMAC', async () => {
    const made = make();
    made.model.open(HMAC_TOKEN);
    const { key } = made.verification;
    expect(key.source.value).toBe('secret');
    key.secret.value = HMAC_SECRET;
    expect(await verdict(made)).toBe('Invalid signature: The signature does not match.');
    key.encoding.value = 'base64url';
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
  });

  test('is the saved one that the token names, without being asked', async () => {
    const stored = (await generateKey('Mine', 'ES256')) as StoredKey;
    const made = make([stored]);
    made.model.open(await signToken({ alg: 'ES256', kid: stored.kid }, { sub: 'me' }, stored.privateKey));
    expect(made.verification.key.source.value).toBe('saved');
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
  });

  test('of a private key is its public half, and says so', async () => {
    const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const made = make();
    made.model.open(await signToken({ alg: 'ES256' }, {}, pair.privateKey));
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
    made.verification.key.pasted.value = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----`;
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
    expect(made.verification.resolved.value.note).toMatch(/^This is a private key/);
  });

  test.each([
    ['{"kty":"RSA"', 'not-json'],
    ['{}', 'not-a-jwk'],
    ['{"keys":[]}', 'empty-set'],
    ['some words', 'unknown-format'],
    [RSA_TOKEN, 'unknown-format'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'damaged'],
  ])('%j is refused with a sentence', async (pasted, code) => {
    const made = make();
    made.model.open(RSA_TOKEN);
    made.verification.key.pasted.value = pasted;
    expect(await verdict(made)).toMatch(/^Not verified/);
    expect(made.verification.resolved.value.failure).toMatchObject({
      code,
      message: expect.stringMatching(/\.$/),
    });
  });

  test('with which a token was made here is known, until another one is given', async () => {
    const made = make();
    made.verification.know([RSA_TOKEN], JSON.parse(RSA_JWK) as JsonWebKey);
    made.model.open(RSA_TOKEN);
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
    made.verification.key.pasted.value = '{"kty":"oct","k":"AAAA"}';
    expect(await verdict(made)).toMatch(/^Not verified/);
  });
});

describe('fetched keys', () => {
  test('are fetched when asked to, kept for their address, and never fetched otherwise', async () => {
    const asked: string[] = [];
    const made = make([], async (url) => {
      asked.push(String(url));
      return new Response(`{"keys":[${RSA_JWK}]}`);
    });
    made.model.open(RSA_TOKEN);
    made.verification.key.chosen.value = 'fetched';
    made.verification.setAddress('https://issuer.example/jwks');
    expect(await verdict(made)).toMatch(/^Not verified/);
    expect(asked).toEqual([]);
    await made.verification.fetchKeys();
    expect(await verdict(made)).toBe('Verified: The signature is valid.');
    made.verification.setAddress('https://other.example/jwks');
    expect(made.verification.fetched.value).toBeUndefined();
    made.verification.setAddress('https://issuer.example/jwks');
    expect(made.verification.fetched.value?.keys?.keys).toHaveLength(1);
    expect(asked).toEqual(['https://issuer.example/jwks']);
  });
});

test('expectations become options, and do not change the verdict', async () => {
  const made = make();
  made.verification.key.pasted.value = RSA_JWK;
  made.model.open(RSA_TOKEN, { ...NO_EXPECTATIONS, issuer: 'somebody', audience: 'a b', nonce: 'n' });
  expect(await verdict(made)).toBe('Verified: The signature is valid.');
  expect(made.verification.options.value).toEqual({ issuer: 'somebody', audience: ['a', 'b'], nonce: 'n' });
});

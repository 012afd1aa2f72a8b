import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { signToken } from '../../../../lib/jwt/sign.ts';
import {
  createTokenEncryption,
  ENCRYPTING_ALGORITHMS,
} from '../../../../lib/state/token/token-encryption.ts';
import { createTokenModel } from '../../../../lib/state/token/token-model.ts';
import type { TokenSigning } from '../../../../lib/state/token/token-signing.ts';
import { HMAC_SECRET } from '../../../e2e/support/token-vectors.ts';

const SECRET = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';

async function make() {
  const model = createTokenModel();
  const signed = await signToken({ alg: 'HS256' }, { sub: 'sealed' }, Buffer.from(HMAC_SECRET, 'base64url'));
  const signing = {
    token: signal(signed),
    readClaims: signal({ object: { sub: 'bare' } }),
  } as unknown as TokenSigning;
  const encryption = createTokenEncryption(model, signing, { stored: signal([]) });
  const opened = (): Promise<typeof encryption.opened.value> =>
    new Promise((resolve) => {
      const stop = encryption.opened.subscribe((value) => {
        if (!value.content && !value.failure) return;
        resolve(value);
        queueMicrotask(() => stop());
      });
    });
  return { model, signed, encryption, opened };
}

test('a signed token is encrypted and opened again', async () => {
  const { model, signed, encryption, opened } = await make();
  encryption.algorithm.value = 'dir';
  encryption.recipient.chosen.value = 'secret';
  encryption.recipient.secret.value = SECRET;
  encryption.recipient.encoding.value = 'hex';
  await encryption.encrypt();
  const { token = '', failure } = encryption.sealed.value;
  expect(failure).toBeUndefined();
  model.open(token);
  expect(model.shown.value.header).toEqual({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' });
  expect(encryption.own.source.value).toBe('secret');
  encryption.own.secret.value = SECRET;
  encryption.own.encoding.value = 'hex';
  const { content } = await opened();
  expect(content?.plaintext).toBe(signed);
  expect(content?.nested?.payload).toEqual({ sub: 'sealed' });
});

test('the wrong key says so', async () => {
  const { model, encryption, opened } = await make();
  encryption.what.value = 'claims';
  encryption.algorithm.value = 'dir';
  encryption.recipient.chosen.value = 'secret';
  encryption.recipient.secret.value = SECRET;
  encryption.recipient.encoding.value = 'hex';
  await encryption.encrypt();
  model.open(encryption.sealed.value.token ?? '');
  encryption.own.secret.value = SECRET.replace('00', '01');
  encryption.own.encoding.value = 'hex';
  expect((await opened()).failure).toMatchObject({ code: 'not-decrypted' });
});

test('without a key it says what to do', async () => {
  const { encryption } = await make();
  await encryption.encrypt();
  expect(encryption.sealed.value.failure).toEqual({
    code: 'no-key',
    message: 'There is no key to encrypt for yet.',
    remedy: 'Paste the recipient’s public key.',
  });
});

test('only algorithms that encrypt are offered, the usual one first', () => {
  expect(ENCRYPTING_ALGORITHMS[0]).toBe('RSA-OAEP-256');
  expect(ENCRYPTING_ALGORITHMS.some((name) => name.startsWith('PBES2'))).toBe(false);
});

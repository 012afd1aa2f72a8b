import { expect, test } from 'vitest';
import { signAssertion } from '../../../lib/calls/client-assertion.ts';
import { generateValue } from '../../../lib/calls/generate-value.ts';
import { sentFields } from '../../../lib/calls/sent-fields.ts';
import { decodeToken } from '../../../lib/jwt/decode.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import { generateKey } from '../../../lib/keys/generate.ts';
import { fieldOf, stepOf } from './fields.ts';

const FACTS = { clientId: 'me', audience: 'https://op.example/token', now: 1_700_000_000, id: 'jti-1' };

test('private_key_jwt is signed with the key and has the claims of RFC 7523', async () => {
  const key = await generateKey('k', 'ES256', { now: () => 0, newId: () => 'id' });
  const token = await signAssertion(FACTS, { alg: 'ES256', kid: key.kid }, key.privateKey);
  const { header, payload } = decodeToken(token);
  expect(header).toEqual({ alg: 'ES256', kid: key.kid, typ: 'JWT' });
  expect(payload).toEqual({
    iss: 'me',
    sub: 'me',
    aud: 'https://op.example/token',
    jti: 'jti-1',
    iat: 1_700_000_000,
    exp: 1_700_000_060,
  });
  const verified = await verifyToken(token, key.publicJwk, { now: FACTS.now });
  expect(verified.status).toBe('verified');
});

test('a client secret that is too short for HS256 is refused in words', async () => {
  await expect(signAssertion(FACTS, { alg: 'HS256' }, new Uint8Array(8))).rejects.toMatchObject({
    code: 'key-too-short',
  });
});

test('dates are made from now on, to the second', () => {
  const now = Date.parse('2026-06-01T00:00:00.123Z');
  expect(
    (['now', 'in-90-days', 'in-180-days', 'a-year-ago'] as const).map((kind) => generateValue(kind, now)),
  ).toEqual(['2026-06-01T00:00:00Z', '2026-08-30T00:00:00Z', '2026-11-28T00:00:00Z', '2025-06-01T00:00:00Z']);
  expect(generateValue('uuid-v4', now, (length) => new Uint8Array(length))).toBe(
    '00000000-0000-4000-8000-000000000000',
  );
});

test('what a flow keeps of a request has no secret', () => {
  const step = stepOf({
    fields: [fieldOf({ name: 'code' }), fieldOf({ name: 'password', secret: true }), fieldOf({ name: 'x' })],
  });
  expect(sentFields(step, undefined, { 'form code': 'c', 'form password': 'p' })).toEqual([
    { in: 'form', name: 'code', value: 'c' },
    { in: 'form', name: 'password' },
  ]);
});

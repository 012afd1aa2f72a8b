import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { brokenTokens } from '../../../lib/jwt/broken.ts';
import { signToken } from '../../../lib/jwt/sign.ts';
import { TOKEN_TEMPLATES } from '../../../lib/jwt/templates.ts';
import { verifyToken } from '../../../lib/jwt/verify.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const key = pair.privateKey.export({ format: 'jwk' }) as JsonWebKey;
const now = 1_700_000_000_000;

describe('brokenTokens', () => {
  it('are all refused, each for its own reason, and are labelled', async () => {
    const tokens = await brokenTokens({
      header: { alg: 'PS256', typ: 'JWT' },
      claims: { sub: 'me' },
      key,
      otherKey: other.privateKey.export({ format: 'jwk' }) as JsonWebKey,
      publicPem,
      now,
    });
    const verdicts = await Promise.all(
      tokens.map(async ({ kind, label, token }) => {
        expect(label).toMatch(/^Broken on purpose: /);
        const { status, claims, warnings } = await verifyToken(token, publicPem, { now });
        return [
          kind,
          status,
          claims.filter(({ ok }) => !ok).map(({ claim }) => claim),
          warnings.map(({ code }) => code),
        ];
      }),
    );
    expect(verdicts).toEqual([
      ['alg-none', 'not-verified', [], ['alg-none']],
      ['stripped-signature', 'invalid-signature', [], []],
      ['wrong-key', 'invalid-signature', [], []],
      ['key-confusion', 'not-verified', [], ['key-confusion']],
      ['expired', 'verified', ['exp'], []],
      ['not-yet-valid', 'verified', ['nbf', 'iat'], []],
      ['changed-claim', 'invalid-signature', [], []],
    ]);
  });

  it('a changed claim differs even when the new value is the old one', async () => {
    const source = { header: { alg: 'PS256' }, claims: { sub: 'a' }, key, otherKey: key, now };
    const tokens = await brokenTokens({ ...source, change: { claim: 'sub', value: 'a' } });
    const changed = tokens.find(({ kind }) => kind === 'changed-claim');
    expect((await verifyToken(changed?.token ?? '', publicPem)).status).toBe('invalid-signature');
  });
});

describe('TOKEN_TEMPLATES', () => {
  it.each(TOKEN_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s can be signed',
    async (_, template) => {
      const { header, claims } = template.make({ now, newId: () => 'id', kid: 'k' });
      const token = await signToken(header, claims, key);
      const { status, claims: checks } = await verifyToken(token, publicPem, { now });
      expect(status).toBe('verified');
      expect(checks.every(({ ok }) => ok)).toBe(true);
    },
  );

  it('the Leatherback one has the shape of its document', () => {
    const { header, claims } = (TOKEN_TEMPLATES[0] as (typeof TOKEN_TEMPLATES)[number]).make({
      now,
      newId: () => '',
    });
    expect(header).toEqual({ alg: 'PS256', kid: '<kid>' });
    expect(Object.keys(claims)).toEqual(['response_type', 'client_id', 'redirect_uri', 'scope', 'claims']);
  });
});

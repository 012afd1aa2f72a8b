import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import data from './data/jwt-attacks.json' with { type: 'json' };

/** One attack, with the token that makes it. */
export interface JwtAttack {
  readonly id: string;
  readonly source: string;
  readonly token: string;
}

/** Attacks, and the forms of the public key with which a reader would verify. */
export interface JwtAttacks {
  readonly attacks: readonly JwtAttack[];
  readonly publicJwk: JsonWebKey;
  readonly publicPem: string;
}

const CLAIMS = '{"sub":"attacker","exp":4102444800}';
const encode = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url');

/** Makes every attack's token: the reader's key is a P-256 key, the attacker has one of their own. */
export function jwtAttacks(): JwtAttacks {
  const reader = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicPem = reader.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const publicJwk = reader.publicKey.export({ format: 'jwk' }) as JsonWebKey;
  const keys: Keys = { reader: reader.privateKey, attacker: attacker.privateKey, publicPem, publicJwk };
  return { attacks: data.attacks.map((attack) => make(attack, keys)), publicJwk, publicPem };
}

interface Keys {
  readonly reader: KeyObject;
  readonly attacker: KeyObject;
  readonly publicPem: string;
  readonly publicJwk: JsonWebKey;
}

interface Shape {
  readonly id: string;
  readonly source: string;
  readonly header: string;
  readonly payload?: string;
  readonly signature: string;
}

function make({ id, source, header, payload = CLAIMS, signature }: Shape, keys: Keys): JwtAttack {
  const input = `${encode(headerText(header, keys))}.${payload.startsWith('raw:') ? payload.slice(4) : encode(payload)}`;
  const first = input.slice(0, input.indexOf('.'));
  if (signature === 'jwe')
    return { id, source, token: `${first}.AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA` };
  if (signature === 'bomb') {
    const bomb = encode(deflateRawSync(Buffer.alloc(20_000_000)));
    return { id, source, token: `${first}..AAAAAAAAAAAAAAAA.${bomb}.AAAAAAAAAAAAAAAAAAAAAA` };
  }
  return { id, source, token: `${input}.${signatureOf(signature, input, keys)}` };
}

function headerText(header: string, { attacker }: Keys): string {
  const nested = /^nested:(\d+)$/.exec(header);
  if (nested) return `{"alg":"ES256","x":${'['.repeat(Number(nested[1]))}${']'.repeat(Number(nested[1]))}}`;
  const jwk = JSON.stringify(createPublicKey(attacker).export({ format: 'jwk' }));
  return header.replace('"attacker"', jwk);
}

function signatureOf(how: string, input: string, keys: Keys): string {
  const es256 = (key: KeyObject, text = input): Buffer =>
    sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  const hmac = (secret: string): string => createHmac('sha256', secret).update(input).digest('base64url');
  const made: Readonly<Record<string, () => string>> = {
    'zeroes:64': () => encode(new Uint8Array(64)),
    'hmac:pem': () => hmac(keys.publicPem),
    'hmac:pem-trimmed': () => hmac(keys.publicPem.trim()),
    'hmac:jwk': () => hmac(JSON.stringify(keys.publicJwk)),
    'hmac:empty': () => hmac(''),
    'hmac:key': () => hmac('key'),
    attacker: () => encode(es256(keys.attacker)),
    sound: () => encode(es256(keys.reader)),
    // A sound signature ends in padding bits, and has a form that no reader of base64url may take.
    standard: () => `${es256(keys.reader).toString('base64')}`,
    trailing: () => `${encode(es256(keys.reader))}.AAAA`,
    der: () => encode(sign('sha256', Buffer.from(input), { key: keys.reader, dsaEncoding: 'der' })),
    'of-other-claims': () => encode(es256(keys.reader, `${input.split('.')[0]}.${encode('{"sub":"user"}')}`)),
  };
  return made[how]?.() ?? how;
}

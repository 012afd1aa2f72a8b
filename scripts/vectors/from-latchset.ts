import { basename, dirname, extname } from 'node:path';
import type { JwkSet } from '../../lib/index.ts';
import type { Vector } from '../../tests/vectors/types.ts';
import { keysOf, keyVector, passwordKey } from './from-cookbook.ts';

type Files = ReadonlyMap<string, string>;

const SIGNED = new Set(['.jwsc', '.jwsf', '.jwsg']);
const ENCRYPTED = new Set(['.jwec', '.jwef', '.jweg', '.jwe']);
const KEYS = new Set(['.jwk', '.jwkset']);

/** The vectors of one file of latchset/jose's shape: its ending says what it is, its name which key goes with it. */
export function fromLatchset(path: string, files: Files): readonly Vector[] {
  const ending = extname(path);
  const stem = path.slice(0, -ending.length);
  const text = (files.get(path) ?? '').trim();
  if (SIGNED.has(ending)) return signed(path, stem, text, files);
  if (ENCRYPTED.has(ending)) return encrypted(path, stem, text, files);
  if (KEYS.has(ending)) return keys(path, stem, text, files);
  return [];
}

function keys(path: string, stem: string, text: string, files: Files): readonly Vector[] {
  const thumbprint = files.get(`${stem}.thp`)?.trim();
  const all = keysOf(JSON.parse(text) as JsonWebKey | JwkSet);
  if (thumbprint !== undefined && all[0])
    return [{ id: path, source: path, kind: 'thumbprint', jwk: all[0], thumbprint }];
  // Passwords and keys for AES are no keys that are imported; they are used where a token is decrypted.
  const imported = all.filter((jwk) => jwk.kty !== 'oct' || (jwk.k ?? '').length >= 43);
  return imported.map((jwk, index) => keyVector(all.length > 1 ? `${path}#${index + 1}` : path, jwk));
}

function signed(path: string, stem: string, token: string, files: Files): readonly Vector[] {
  const payload = files.get(`${stem}.payl`);
  const all = keysBeside(stem, files);
  // Appendix A.5 of RFC 7515 is not signed and has no key.
  if (all.length === 0)
    return [{ id: path, source: path, kind: 'reject', token, key: 'any secret will do for this one' }];
  return all.map((key, index) => ({
    id: all.length > 1 ? `${path}#${index + 1}` : path,
    source: path,
    kind: 'verify',
    token,
    key,
    ...(payload === undefined ? {} : { options: { payload } }),
  }));
}

function encrypted(path: string, stem: string, token: string, files: Files): readonly Vector[] {
  const plaintext = files.get(`${stem}.pt`);
  const password = files.get(`${stem}.pwd`);
  const all =
    password === undefined ? keysBeside(stem, files) : [passwordKey(JSON.parse(password) as string)];
  const kind = dirname(path).includes('cve-') ? 'undecryptable' : 'decrypt';
  return all.map((key, index) => {
    const id = all.length > 1 ? `${path}#${index + 1}` : path;
    if (kind === 'undecryptable') return { id, source: path, kind, token, key };
    return { id, source: path, kind, token, key, ...(plaintext === undefined ? {} : { plaintext }) };
  });
}

/** The key of the same name, or those of the same name and a number. */
function keysBeside(stem: string, files: Files): readonly JsonWebKey[] {
  const numbered = new RegExp(`^${basename(stem).replaceAll('.', '\\.')}(?:\\.\\d+)?\\.jwk$`);
  return [...files]
    .filter(([path]) => dirname(path) === dirname(stem) && numbered.test(basename(path)))
    .map(([, text]) => JSON.parse(text) as JsonWebKey);
}

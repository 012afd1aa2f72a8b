import { decodeToken } from '../../lib/jwt/decode.ts';
import { decryptToken } from '../../lib/jwt/decrypt.ts';
import { signToken } from '../../lib/jwt/sign.ts';
import { verifyToken } from '../../lib/jwt/verify.ts';
import { importKey } from '../../lib/keys/import-key.ts';
import { thumbprint } from '../../lib/keys/thumbprint.ts';
import type {
  DecodeVector,
  DecryptVector,
  ImportVector,
  SignVector,
  ThumbprintVector,
  UndecryptableVector,
  Vector,
  VerifyVector,
} from './types.ts';

/** What came of a list of vectors. */
export interface VectorResult {
  readonly passed: number;
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
}

/** Runs vectors one after the other, in any place that has WebCrypto: Node, an extension page, a worker. Never throws. */
export async function runVectors(list: readonly Vector[]): Promise<VectorResult> {
  const failed: { id: string; reason: string }[] = [];
  for (const vector of list) {
    const reason = await runVector(vector).catch((error: unknown) => String(error));
    if (reason !== undefined) failed.push({ id: vector.id, reason });
  }
  return { passed: list.length - failed.length, failed };
}

/** Why a vector fails, or undefined. */
function runVector(vector: Vector): Promise<string | undefined> {
  switch (vector.kind) {
    case 'decode':
      return runDecode(vector);
    case 'verify':
    case 'reject':
      return runVerify(vector);
    case 'sign':
      return runSign(vector);
    case 'decrypt':
      return runDecrypt(vector);
    case 'undecryptable':
      return runUndecryptable(vector);
    case 'thumbprint':
      return runThumbprint(vector);
    case 'import':
      return runImport(vector);
  }
}

async function runDecode({
  text,
  as,
  header,
  payload,
  payloadText,
}: DecodeVector): Promise<string | undefined> {
  const decoded = decodeToken(text);
  if (decoded.kind !== as) return `decoded as ${decoded.kind}: ${decoded.problems[0]?.message ?? ''}`;
  return (
    differ('header', decoded.header, header) ??
    (payload && differ('payload', decoded.payload, payload)) ??
    (payloadText === undefined ? undefined : differ('payload text', decoded.payloadText, payloadText))
  );
}

async function runVerify({ kind, token, key, options }: VerifyVector): Promise<string | undefined> {
  const { status, reason } = await verifyToken(token, key, options);
  return (status === 'verified') === (kind === 'verify') ? undefined : `${status}: ${reason}`;
}

async function runSign({ header, claims, key }: SignVector): Promise<string | undefined> {
  const token = await signToken(header, claims, key);
  const { status, reason } = await verifyToken(token, key);
  if (status !== 'verified') return `${status}: ${reason}`;
  return differ('payload', decodeToken(token).payload, claims);
}

async function runDecrypt({ token, key, plaintext }: DecryptVector): Promise<string | undefined> {
  const decrypted = await decryptToken(token, key);
  return plaintext === undefined ? undefined : differ('plaintext', decrypted.plaintext, plaintext);
}

async function runUndecryptable({ token, key }: UndecryptableVector): Promise<string | undefined> {
  return decryptToken(token, key).then(
    () => 'decrypted',
    () => undefined,
  );
}

async function runThumbprint(vector: ThumbprintVector): Promise<string | undefined> {
  return differ('thumbprint', await thumbprint(vector.jwk), vector.thumbprint);
}

async function runImport({ text, type, kty, subject, n }: ImportVector): Promise<string | undefined> {
  const imported = await importKey(text);
  return (
    differ('type', imported.type, type) ??
    (type === 'secret' ? undefined : differ('kty', imported.publicJwk?.kty, kty)) ??
    (subject === undefined ? undefined : differ('subject', imported.certificate?.subject, subject)) ??
    (n === undefined ? undefined : differ('n', imported.publicJwk?.n, n))
  );
}

function differ(what: string, found: unknown, expected: unknown): string | undefined {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  return left === right ? undefined : `the ${what} is ${left}, not ${right}`;
}

import { derChildren, derOid, derUnsigned, readDer, TAG } from '../jwt/der.ts';
import { ImportError } from './import-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Password-based encryption scheme 2 (RFC 8018 section 6.2). */
export const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** Hash of the pseudorandom function by object identifier (RFC 8018 appendix B.1.2); SHA-1 is what is meant by none. */
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** AES-CBC key length in bits by object identifier (RFC 8018 appendix B.2.5). */
const CIPHERS: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.2': 128,
  '2.16.840.1.101.3.4.1.22': 192,
  '2.16.840.1.101.3.4.1.42': 256,
};

/** Names of what is met and not supported. */
const OTHERS: Readonly<Record<string, string>> = {
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '1.2.840.113549.3.7': 'Triple DES',
  '1.2.840.113549.1.5.3': 'PBES1 with MD5 and DES',
  '1.2.840.113549.1.12.1.3': 'PKCS #12 with Triple DES',
};

/** Iterations above this would freeze the page. */
const MAX_ITERATIONS = 10_000_000;

interface Scheme {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly hash: string;
  readonly iv: Bytes;
  readonly length: number;
}

/**
 * Decrypts a PKCS #8 EncryptedPrivateKeyInfo (RFC 5958 section 3) that is encrypted with PBES2 (RFC 8018 section 6.2):
 * PBKDF2 and AES-CBC. Gives the PrivateKeyInfo. Throws an {@link ImportError}, or a DerError for bytes that are none.
 */
export async function decryptPkcs8(bytes: Bytes, passphrase: string | undefined): Promise<Bytes> {
  if (passphrase !== undefined && passphrase !== '') return openPkcs8(bytes, passphrase);
  readEncrypted(bytes);
  throw new ImportError(
    'passphrase-needed',
    'This is an encrypted private key (PKCS #8).',
    'Give its passphrase; it stays on this machine.',
  );
}

/** Does the same with any passphrase, also an empty one. */
export async function openPkcs8(bytes: Bytes, passphrase: string): Promise<Bytes> {
  const { scheme, data } = readEncrypted(bytes);
  const { salt, iterations, hash, iv, length } = scheme;
  const secret = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  try {
    const key = await crypto.subtle.deriveKey(
      { name: 'PBKDF2', salt, iterations, hash },
      base,
      { name: 'AES-CBC', length },
      false,
      ['decrypt'],
    );
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, data));
  } catch (cause) {
    if (length === 192) throw unknownEncryption('AES-192, which this browser may not have', cause);
    throw wrongPassphrase(cause);
  }
}

function readEncrypted(bytes: Bytes): { readonly scheme: Scheme; readonly data: Bytes } {
  const [algorithm, data] = derChildren(readDer(bytes, TAG.sequence));
  if (algorithm?.tag !== TAG.sequence || data?.tag !== TAG.octetString) {
    throw new ImportError('damaged', 'The encrypted private key is damaged.', 'Copy the PEM text whole.');
  }
  return { scheme: pbes2Scheme(derChildren(algorithm)), data: data.content };
}

/** What is said when the passphrase does not open the key. */
export function wrongPassphrase(cause: unknown): ImportError {
  return new ImportError(
    'passphrase-wrong',
    'The passphrase does not open this encrypted private key.',
    'Check the passphrase, its spaces and its letter case.',
    cause,
  );
}

/** The parts of an AlgorithmIdentifier of PBES2. Throws an {@link ImportError} for what is not supported. */
export function pbes2Scheme([name, parameters]: ReturnType<typeof derChildren>): Scheme {
  const scheme = derOid(name);
  if (scheme !== PBES2 || !parameters) throw unknownEncryption(OTHERS[scheme] ?? scheme);
  const [derivation, cipher] = derChildren(parameters).map((part) => derChildren(part));
  const derivationOid = derOid(derivation?.[0]);
  if (derivationOid !== PBKDF2 || !derivation?.[1])
    throw unknownEncryption(OTHERS[derivationOid] ?? derivationOid);
  const [salt, count, ...optional] = derChildren(derivation[1]);
  const prf = optional.find(({ tag }) => tag === TAG.sequence);
  const prfOid = prf ? derOid(derChildren(prf)[0]) : '1.2.840.113549.2.7';
  const cipherOid = derOid(cipher?.[0]);
  const [hash, length, iv] = [HASHES[prfOid], CIPHERS[cipherOid], cipher?.[1]?.content];
  const iterations = derUnsigned(count).reduce((sum, byte) => sum * 256 + byte, 0);
  if (!hash) throw unknownEncryption(`a PBKDF2 with ${prfOid}`);
  if (!length) throw unknownEncryption(OTHERS[cipherOid] ?? cipherOid);
  if (iterations > MAX_ITERATIONS) throw unknownEncryption(`${iterations} iterations`);
  if (salt?.tag !== TAG.octetString || iv?.length !== 16) throw unknownEncryption('damaged parameters');
  return { salt: salt.content, iterations, hash, iv, length };
}

function unknownEncryption(what: string, cause?: unknown): ImportError {
  return new ImportError(
    'encryption-unknown',
    `The private key is encrypted with ${what}, which is not supported.`,
    'Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -in key.pem.',
    cause,
  );
}

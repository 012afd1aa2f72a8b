import { DerError } from '../jwt/der.ts';
import { type PemBlock, readPem } from '../jwt/pem.ts';
import { rsaPublicToJwk, spkiToJwk } from '../jwt/spki.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { ImportError } from './import-error.ts';
import { decryptPkcs8, wrongPassphrase } from './pem-encrypted.ts';
import { pkcs1ToJwk, pkcs8ToJwk, sec1ToJwk } from './pem-private.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Forms in which a key comes. */
export type KeyFormat =
  | 'SPKI'
  | 'PKCS #1 public key'
  | 'X.509 certificate'
  | 'PKCS #8'
  | 'encrypted PKCS #8'
  | 'PKCS #1 private key'
  | 'SEC 1 private key'
  | 'JWK'
  | 'JWKS';

/** A key read out of PEM. */
export interface PemKey {
  readonly format: KeyFormat;
  readonly jwk: JsonWebKey;
  readonly certificate?: Certificate;
}

type Reader = (bytes: Bytes, passphrase: string | undefined) => Promise<PemKey>;

const plain =
  (format: KeyFormat, read: (bytes: Bytes) => JsonWebKey): Reader =>
  async (bytes) => ({ format, jwk: read(bytes) });

/** How each kind of block is read, by its label (RFC 7468, RFC 5915). */
const READERS: Readonly<Record<string, Reader>> = {
  'PUBLIC KEY': plain('SPKI', spkiToJwk),
  'RSA PUBLIC KEY': plain('PKCS #1 public key', rsaPublicToJwk),
  'PRIVATE KEY': plain('PKCS #8', pkcs8ToJwk),
  'RSA PRIVATE KEY': plain('PKCS #1 private key', pkcs1ToJwk),
  'EC PRIVATE KEY': plain('SEC 1 private key', sec1ToJwk),
  CERTIFICATE: async (bytes) => {
    const certificate = await readCertificate(bytes);
    return { format: 'X.509 certificate', jwk: certificate.publicJwk, certificate };
  },
  'ENCRYPTED PRIVATE KEY': async (bytes, passphrase) => {
    const decrypted = await decryptPkcs8(bytes, passphrase);
    try {
      return { format: 'encrypted PKCS #8', jwk: pkcs8ToJwk(decrypted) };
    } catch (cause) {
      // Padding that happens to fit lets one wrong passphrase in 256 through to here.
      throw cause instanceof DerError && !isUnknown(cause) ? wrongPassphrase(cause) : cause;
    }
  },
};

/** Blocks that come along with keys and are none. */
const BESIDE = new Set(['EC PARAMETERS', 'DH PARAMETERS']);

/** Reads the first key of a PEM text. Throws an {@link ImportError} that names what was found. */
export async function importPem(text: string, passphrase?: string): Promise<PemKey> {
  const block = readPem(text).find(({ label }) => !BESIDE.has(label));
  if (!block)
    throw new ImportError(
      'damaged',
      'The PEM text has no key.',
      'Copy it whole, with its first and last line.',
    );
  const read = Object.hasOwn(READERS, block.label) ? READERS[block.label] : undefined;
  if (!read || !block.bytes) throw refusal(block);
  try {
    return await read(block.bytes, passphrase);
  } catch (cause) {
    if (cause instanceof ImportError || !(cause instanceof DerError)) throw cause;
    throw new ImportError(
      isUnknown(cause) ? (cause.message.includes('curve') ? 'curve-unknown' : 'type-unknown') : 'damaged',
      `The PEM block “${block.label}” cannot be read: ${cause.message}`,
      isUnknown(cause)
        ? 'Use RSA, P-256, P-384, P-521, Ed25519 or X25519.'
        : 'Copy the PEM text whole, or export the key again.',
      cause,
    );
  }
}

const isUnknown = (error: DerError): boolean => error.message.includes('unknown');

function refusal({ label, headers }: PemBlock): ImportError {
  if (headers) {
    return new ImportError(
      'legacy-encryption',
      `“${label}” is encrypted in the old way of OpenSSL, whose key derivation is a single MD5.`,
      'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem.',
    );
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    return new ImportError(
      'ssh-key',
      'This is a private key of OpenSSH.',
      'Convert a copy: ssh-keygen -p -m PKCS8 -f copy-of-key.',
    );
  }
  if (Object.hasOwn(READERS, label)) {
    return new ImportError(
      'damaged',
      `The PEM block “${label}” is cut off or no base64.`,
      'Copy it whole, with its last line.',
    );
  }
  return new ImportError(
    'not-a-key',
    `The PEM text holds “${label}”, which is no key and no certificate.`,
    'Paste a public key, a private key or a certificate.',
  );
}

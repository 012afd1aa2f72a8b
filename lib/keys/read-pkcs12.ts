import { derChildren, readDer } from '../jwt/der.ts';
import { writePem } from '../jwt/pem.ts';
import { ImportError } from './import-error.ts';
import { openPkcs8, PBES2, pbes2Scheme } from './pem-encrypted.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Pki = typeof import('pkijs');
type Asn1 = typeof import('asn1js');

/** Files above this are no keys. */
export const MAX_PKCS12_BYTES = 1_000_000;

/** The key of the MAC is derived in script, iteration by iteration: more of them would stop the page. */
const MAX_MAC_ITERATIONS = 1_000_000;

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  /** Of a certificate bag: X.509 (RFC 7292 section 4.2.3). */
  x509: '1.2.840.113549.1.9.22.1',
} as const;

/**
 * The private keys and certificates of a PKCS #12 file (RFC 7292, `.p12` or `.pfx`) as blocks of PEM, keys first. The MAC is
 * verified where the file has one. Private keys come out decrypted: the text is to be imported and forgotten. Throws an
 * {@link ImportError}.
 * @param passphrase an empty one opens files that were written with none
 */
export async function readPkcs12(bytes: Bytes, passphrase: string): Promise<string> {
  try {
    return await readContents(bytes, passphrase);
  } catch (cause) {
    // What is built against the specification makes the library throw whatever it stumbles over.
    throw cause instanceof ImportError ? cause : damaged('It is no PKCS #12 file, or it is cut off.', cause);
  }
}

async function readContents(bytes: Bytes, passphrase: string): Promise<string> {
  if (bytes.length > MAX_PKCS12_BYTES) throw damaged('It is larger than a megabyte.');
  // Large, and needed by few: loaded with the first file.
  const [pki, asn1] = await Promise.all([import('pkijs'), import('asn1js')]);
  const password = new TextEncoder().encode(passphrase).buffer;
  const contents = await openFile(pki, asn1, bytes, password);
  const keys: string[] = [];
  const certificates: string[] = [];
  for (const bag of contents.flatMap(({ safeBags }) => safeBags)) {
    const { bagId, bagValue } = bag;
    if (bagId === OID.keyBag) keys.push(writePem('PRIVATE KEY', derOf(bagValue as Encoded)));
    else if (bagId === OID.shroudedKeyBag && bagValue instanceof pki.PKCS8ShroudedKeyBag) {
      checkEncryption(bagValue.encryptionAlgorithm);
      keys.push(writePem('PRIVATE KEY', await openPkcs8(derOf(bagValue), passphrase)));
    } else if (bagId === OID.certBag && bagValue instanceof pki.CertBag && bagValue.certId === OID.x509) {
      // As it stands in the file: encoded again it might have another fingerprint.
      const value = bagValue.certValue as InstanceType<Asn1['OctetString']>;
      certificates.push(writePem('CERTIFICATE', new Uint8Array(value.getValue())));
    }
  }
  if (keys.length === 0)
    throw new ImportError(
      'not-a-key',
      `The PKCS #12 file holds no private key, but ${certificates.length} certificates.`,
      'Export it again together with its private key.',
    );
  return [...keys, ...certificates].join('');
}

/** Hashes of the MAC: SHA-1, SHA-256, SHA-384, SHA-512. */
const MAC_HASHES = new Set([
  '1.3.14.3.2.26',
  '2.16.840.1.101.3.4.2.1',
  '2.16.840.1.101.3.4.2.2',
  '2.16.840.1.101.3.4.2.3',
]);

interface Encoded {
  toSchema(): { toBER(sizeOnly?: boolean): ArrayBuffer };
}

/** Checks how the parts of the file are encrypted, then its MAC, and decrypts them. */
async function openFile(pki: Pki, asn1: Asn1, bytes: Bytes, password: ArrayBuffer) {
  const pfx = pki.PFX.fromBER(bytes);
  const { macData, authSafe } = pfx;
  if (authSafe.contentType !== OID.data)
    throw unknownEncryption('a signature in place of a password', 'Export it again with a password.');
  const hash = macData?.mac.digestAlgorithm.algorithmId ?? '';
  if (macData !== undefined && !MAC_HASHES.has(hash))
    throw unknownEncryption(
      `a MAC with ${hash}`,
      'Export it again: openssl pkcs12 -export, without -pbmac1_pbkdf2.',
    );
  if (macData !== undefined && (macData.iterations ?? 1) > MAX_MAC_ITERATIONS)
    throw unknownEncryption(`${macData.iterations} iterations`, 'Export it again with fewer iterations.');
  // Before the passphrase is asked for: no passphrase helps with an encryption that the browser does not have.
  await pfx.parseInternalValues({ password, checkIntegrity: false });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw damaged('It has no contents.');
  // Reading a value by a schema takes it apart, so that a copy is read.
  const encryptedData = (content: { toBER(): ArrayBuffer }) =>
    new pki.EncryptedData({ schema: asn1.fromBER(content.toBER()).result });
  for (const { contentType, content } of safe.safeContents) {
    if (contentType === OID.encryptedData)
      checkEncryption(encryptedData(content).encryptedContentInfo.contentEncryptionAlgorithm);
    else if (contentType !== OID.data)
      throw unknownEncryption('a certificate in place of a password', 'Export it again with a password.');
  }
  if (macData !== undefined)
    await opened(() => pki.PFX.fromBER(bytes).parseInternalValues({ password, checkIntegrity: true }));
  await opened(() =>
    safe.parseInternalValues({
      safeContents: safe.safeContents.map(({ contentType }) =>
        contentType === OID.encryptedData ? { password } : {},
      ),
    }),
  );
  const { safeContents } = safe.parsedValue as {
    readonly safeContents: readonly { readonly value: InstanceType<Pki['SafeContents']> }[];
  };
  return safeContents.map(({ value }) => value);
}

/** Refuses what the browser cannot decrypt, or only after minutes, before it is tried. */
function checkEncryption(algorithm: Encoded & { readonly algorithmId: string }): void {
  if (algorithm.algorithmId !== PBES2)
    throw new ImportError(
      'legacy-encryption',
      'The PKCS #12 file is encrypted with RC2 or Triple DES, which browsers do not have.',
      'Convert it: openssl pkcs12 -legacy -in old.p12 -out all.pem, then openssl pkcs12 -export -in all.pem -out new.p12.',
    );
  pbes2Scheme(derChildren(readDer(derOf(algorithm))));
}

const derOf = (value: Encoded): Bytes => new Uint8Array(value.toSchema().toBER(false));

/** What fails while something is decrypted fails for the passphrase; the library tells no more. */
async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw new ImportError(
      'passphrase-wrong',
      'The passphrase does not open this PKCS #12 file, or the file was changed.',
      'Check the passphrase, its spaces and its letter case.',
      cause,
    );
  }
}

function damaged(why: string, cause?: unknown): ImportError {
  return new ImportError('damaged', `The file cannot be read. ${why}`, 'Choose a .p12 or .pfx file.', cause);
}

function unknownEncryption(what: string, remedy: string): ImportError {
  return new ImportError(
    'encryption-unknown',
    `The PKCS #12 file is protected by ${what}, which is not supported.`,
    remedy,
  );
}

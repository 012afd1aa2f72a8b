import { encodeBase64url } from '../jwt/base64url.ts';
import { DerError, type DerValue, derChildren, derUnsigned, readDer, TAG } from '../jwt/der.ts';
import { spkiToJwk } from '../jwt/spki.ts';
import { type CertificateExtensions, readExtensions } from './certificate-extensions.ts';
import { readName, readString } from './certificate-name.ts';

/** What an X.509 certificate says (RFC 5280 section 4.1). Nothing of it is verified. */
export interface Certificate extends CertificateExtensions {
  /** Distinguished names in the form of RFC 4514. */
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hexadecimal. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Subject and issuer are the same: nobody else vouches for it. */
  readonly isSelfIssued: boolean;
  readonly publicJwk: JsonWebKey;
  /** `x5t` and `x5t#S256`: base64url of the hash of the whole certificate (RFC 7515 sections 4.1.7 and 4.1.8). */
  readonly sha1: string;
  readonly sha256: string;
}

/** Reads a certificate from its DER. Throws a {@link DerError}. */
export async function readCertificate(bytes: Uint8Array<ArrayBuffer>): Promise<Certificate> {
  const [body] = derChildren(readDer(bytes, TAG.sequence));
  if (body?.tag !== TAG.sequence) throw new DerError('No certificate.');
  const all = derChildren(body);
  // The version, [0], is left out by certificates of version 1.
  const [serial, , issuer, validity, subject, key] = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  if (!issuer || !validity || !subject || !key) throw new DerError('A certificate that is not whole.');
  const [notBefore, notAfter] = derChildren(validity).map(readTime);
  return {
    subject: readName(subject),
    issuer: readName(issuer),
    serialNumber: hex(serialBytes(serial)),
    notBefore: notBefore ?? Number.NaN,
    notAfter: notAfter ?? Number.NaN,
    isSelfIssued: hex(subject.encoding) === hex(issuer.encoding),
    publicJwk: spkiToJwk(key.encoding),
    ...readExtensions(all.find(({ tag }) => tag === 0xa3)),
    sha1: await hash('SHA-1', bytes),
    sha256: await hash('SHA-256', bytes),
  };
}

/** Serial numbers should not be negative; those that are can be shown all the same. */
function serialBytes(serial: DerValue | undefined): Uint8Array {
  if (serial?.tag !== TAG.integer) throw new DerError('A certificate without a number.');
  return (serial.content[0] ?? 0) >= 0x80 ? serial.content : derUnsigned(serial);
}

/** UTCTime or GeneralizedTime as milliseconds since the epoch (RFC 5280 section 4.1.2.5). */
function readTime(value: DerValue): number {
  const text = readString(value);
  const match = /^(\d\d|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) throw new DerError('A time that cannot be read.');
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  const full = value.tag === TAG.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const [day, hours, minutes, seconds] = rest;
  return Date.UTC(full, month - 1, day, hours, minutes, seconds);
}

async function hash(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest(name, bytes)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

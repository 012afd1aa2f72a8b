import { type DerValue, derChildren, derOid, readDer, TAG } from '../jwt/der.ts';
import { readString } from './certificate-name.ts';

/** What a certificate's extensions say about its key. */
export interface CertificateExtensions {
  /** Such as `digitalSignature` (RFC 5280 section 4.2.1.3); empty when the extension is absent. */
  readonly keyUsage: readonly string[];
  /** Such as `clientAuth`, or the object identifier (RFC 5280 section 4.2.1.12). */
  readonly extendedKeyUsage: readonly string[];
  /** DNS names, URIs and addresses (RFC 5280 section 4.2.1.6). */
  readonly alternativeNames: readonly string[];
  readonly isAuthority: boolean;
}

const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

const PURPOSES: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
};

const NONE: CertificateExtensions = {
  keyUsage: [],
  extendedKeyUsage: [],
  alternativeNames: [],
  isAuthority: false,
};

/** What is read of each extension, by object identifier. */
const READERS: Readonly<Record<string, (value: DerValue) => Partial<CertificateExtensions>>> = {
  '2.5.29.15': ({ content }) => ({ keyUsage: USAGES.filter((_, bit) => hasBit(content, bit)) }),
  '2.5.29.37': (value) => ({
    extendedKeyUsage: derChildren(value).map((oid) => PURPOSES[derOid(oid)] ?? derOid(oid)),
  }),
  '2.5.29.17': (value) => ({
    // e-mail [1], DNS name [2] and URI [6] are text; an IP address [7] is four or sixteen bytes.
    alternativeNames: derChildren(value).flatMap((name) => {
      if ([0x81, 0x82, 0x86].includes(name.tag)) return [readString(name)];
      return name.tag === 0x87 && name.content.length === 4 ? [name.content.join('.')] : [];
    }),
  }),
  '2.5.29.19': (value) => ({
    isAuthority: derChildren(value).some(({ tag, content }) => tag === TAG.boolean && content[0] !== 0),
  }),
};

/** Reads the extensions in the field [3] of a certificate. */
export function readExtensions(field: DerValue | undefined): CertificateExtensions {
  if (!field) return NONE;
  const read = derChildren(readDer(field.content, TAG.sequence)).map((extension) => {
    const parts = derChildren(extension);
    const value = parts.at(-1);
    const reader = READERS[derOid(parts[0])];
    return reader && value?.tag === TAG.octetString ? reader(readDer(value.content)) : {};
  });
  return Object.assign({}, NONE, ...read) as CertificateExtensions;
}

/** A bit of a BIT STRING, whose first byte counts the unused ones. */
function hasBit(content: Uint8Array, bit: number): boolean {
  return (((content[1 + (bit >> 3)] ?? 0) << (bit % 8)) & 0x80) !== 0;
}

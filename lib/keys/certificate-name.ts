import { type DerValue, derChildren, derOid } from '../jwt/der.ts';

/** Short names of attributes by object identifier (RFC 4514 section 3, ETSI EN 319 412-1). */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.15': 'businessCategory',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** How the bytes of a string type are read; the others are ASCII or nearly so. */
const ENCODINGS: Readonly<Record<number, string>> = { 12: 'utf-8', 30: 'utf-16be' };

/** A distinguished name as text, the last attribute first (RFC 4514 section 2.1). */
export function readName(name: DerValue): string {
  return derChildren(name)
    .map((part) =>
      derChildren(part)
        .map((attribute) => {
          const [type, value] = derChildren(attribute);
          const oid = derOid(type);
          return `${ATTRIBUTES[oid] ?? oid}=${escapeValue(value ? readString(value) : '')}`;
        })
        .join('+'),
    )
    .reverse()
    .join(',');
}

/** A string of any of the ASN.1 types. */
export function readString({ tag, content }: DerValue): string {
  return new TextDecoder(ENCODINGS[tag] ?? 'latin1').decode(content);
}

function escapeValue(value: string): string {
  return value
    .replace(/[\\",+;<>]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/ $/, '\\ ');
}

/** Why bytes are no DER. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One value of DER (ITU-T X.690). */
export interface DerValue {
  /** The identifier octet: class, form and number below 31. */
  readonly tag: number;
  /** Contents octets. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** The whole encoding. */
  readonly encoding: Uint8Array<ArrayBuffer>;
}

/** Identifier octets that keys and certificates use. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Reads the one value that the bytes are. Throws a {@link DerError}, also for anything after it. */
export function readDer(bytes: Uint8Array<ArrayBuffer>, tag?: number): DerValue {
  const [value, ...more] = readAll(bytes, 1);
  if (!value || more.length > 0 || value.encoding.length !== bytes.length)
    throw new DerError('Not one DER value.');
  if (tag !== undefined && value.tag !== tag)
    throw new DerError(`Tag ${value.tag} stands where ${tag} belongs.`);
  return value;
}

/** Reads the values inside a constructed one. */
export function derChildren({ content }: DerValue): readonly DerValue[] {
  return readAll(content, 1000);
}

function readAll(bytes: Uint8Array<ArrayBuffer>, limit: number): readonly DerValue[] {
  const values: DerValue[] = [];
  let at = 0;
  while (at < bytes.length && values.length < limit) {
    const tag = bytes[at] as number;
    if ((tag & 0x1f) === 0x1f) throw new DerError('A tag of more than one byte.');
    const { length, start } = readLength(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new DerError('A value ends after its bytes do.');
    values.push({ tag, content: bytes.subarray(start, end), encoding: bytes.subarray(at, end) });
    at = end;
  }
  return values;
}

/** Definite lengths in their shortest form only (X.690 section 10.1). */
function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at];
  if (first === undefined) throw new DerError('A length is missing.');
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + count >= bytes.length)
    throw new DerError('A length that DER has not.');
  let length = 0;
  for (let index = 1; index <= count; index++) length = length * 256 + (bytes[at + index] as number);
  if (length < 0x80 || bytes[at + 1] === 0) throw new DerError('A length that is not in its shortest form.');
  return { length, start: at + 1 + count };
}

/** The bytes of an INTEGER that is not negative, without the zero that keeps it positive. */
export function derUnsigned(value: DerValue | undefined): Uint8Array<ArrayBuffer> {
  const content = value?.tag === TAG.integer ? value.content : undefined;
  if (!content || content.length === 0 || (content[0] as number) >= 0x80)
    throw new DerError('No unsigned number.');
  const padded = content[0] === 0 && content.length > 1;
  if (padded && (content[1] as number) < 0x80)
    throw new DerError('A number that is not in its shortest form.');
  return padded ? content.subarray(1) : content;
}

/** An OBJECT IDENTIFIER in dotted form. */
export function derOid(value: DerValue | undefined): string {
  if (value?.tag !== TAG.oid || value.content.length === 0) throw new DerError('No object identifier.');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0)
      arcs.push(Math.min(Math.floor(arc / 40), 2), arc - Math.min(Math.floor(arc / 40), 2) * 40);
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

/** The bytes of a BIT STRING that is whole bytes long. */
export function derBits(value: DerValue | undefined): Uint8Array<ArrayBuffer> {
  if (value?.tag !== TAG.bitString || value.content[0] !== 0) throw new DerError('No string of whole bytes.');
  return value.content.subarray(1);
}

/** Encodes one value from its parts. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const sizes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) sizes.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | sizes.length, ...sizes];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

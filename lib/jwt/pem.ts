/** One block of PEM (RFC 7468): its label and its bytes. */
export interface PemBlock {
  /** Such as `PUBLIC KEY` or `CERTIFICATE`. */
  readonly label: string;
  /** Undefined when what stands between the lines is no base64. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** True when the block has headers such as `Proc-Type: 4,ENCRYPTED` (RFC 1421), which no key of today has. */
  readonly headers: boolean;
}

/** Blocks that are read of one text. */
export const MAX_BLOCKS = 20;

const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;

/** True when a text holds something that begins like PEM. */
export function looksLikePem(text: string): boolean {
  return text.includes('-----BEGIN ');
}

/** The blocks of a text. Line breaks may be missing, or be written as `\n`, as they are when a key comes out of JSON. */
export function readPem(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  for (const match of text.matchAll(BEGIN)) {
    if (blocks.length === MAX_BLOCKS) break;
    const label = match[1] as string;
    const start = match.index + match[0].length;
    const end = text.indexOf(`-----END ${label}-----`, start);
    const inner = text.slice(start, end < 0 ? start : end);
    const headers = inner.includes(':');
    const bytes = end < 0 || headers ? undefined : fromBase64(inner.replace(/\\[nr]|\s+/g, ''));
    blocks.push({ label, headers, ...(bytes ? { bytes } : {}) });
  }
  return blocks;
}

/** Writes bytes as one block of PEM with lines of 64 characters and a line break at the end (RFC 7468 section 2). */
export function writePem(label: string, bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const lines = btoa(binary).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

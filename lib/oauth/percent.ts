import type { TextProblem } from './text-problems.ts';

const HEX = /^[0-9a-fA-F]{2}$/;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Decodes `application/x-www-form-urlencoded` text: `+` is a space, `%hh` a byte, bytes are UTF-8
 * (RFC 6749 appendix B). Never throws: a broken escape stays as it stands, invalid UTF-8 becomes U+FFFD, and
 * both are reported.
 */
export function percentDecode(text: string): { text: string; problems: readonly TextProblem[] } {
  if (!/[%+]/.test(text)) return { text, problems: [] };
  const spaced = text.replaceAll('+', ' ');
  try {
    return { text: decodeURIComponent(spaced), problems: [] };
  } catch {
    return decodeLeniently(spaced);
  }
}

function decodeLeniently(text: string): { text: string; problems: readonly TextProblem[] } {
  const problems: TextProblem[] = [];
  const source = encoder.encode(text);
  const bytes = new Uint8Array(source.length);
  let length = 0;
  let brokenAt = -1;
  for (let index = 0; index < source.length; index++) {
    const byte = source[index] as number;
    const pair = byte === 0x25 ? String.fromCharCode(source[index + 1] ?? 0, source[index + 2] ?? 0) : '';
    if (byte === 0x25 && HEX.test(pair)) {
      bytes[length++] = Number.parseInt(pair, 16);
      index += 2;
      continue;
    }
    if (byte === 0x25 && brokenAt < 0) brokenAt = index;
    bytes[length++] = byte;
  }
  const decoded = bytes.subarray(0, length);
  if (brokenAt >= 0) {
    problems.push({
      code: 'broken-escape',
      message: `A percent sign at byte ${brokenAt} is not followed by two hexadecimal digits.`,
      remedy: 'Percent-encode the value once, as application/x-www-form-urlencoded (RFC 6749 appendix B).',
    });
  }
  if (!isUtf8(decoded)) {
    problems.push({
      code: 'not-utf8',
      message: 'The escapes do not spell valid UTF-8; unreadable bytes are shown as U+FFFD.',
      remedy: 'Encode the text as UTF-8 before percent-encoding it (RFC 6749 appendix B).',
    });
  }
  return { text: utf8.decode(decoded), problems };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

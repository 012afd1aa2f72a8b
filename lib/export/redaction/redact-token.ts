import { encodeText, readBase64url } from '../../jwt/base64url.ts';
import { asSegment, isPlaceholder } from './placeholders.ts';
import { redactJson } from './redact-json.ts';
import { MAX_REDACTION_DEPTH, type TextTools } from './text-tools.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A compact JWS (RFC 7515 section 7.1) without its signature and with its claims redacted; of a compact JWE only the
 * header is left. Undefined when the text is neither.
 */
export function redactToken(token: string, tools: TextTools): string | undefined {
  if (!token.startsWith('e') || tools.depth >= MAX_REDACTION_DEPTH) return undefined;
  const segments = token.split('.', 7);
  const [first = '', ...rest] = segments;
  if (segments.length !== 3 && segments.length !== 5) return undefined;
  const header = readObject(first);
  if (header === undefined) return undefined;
  const kept = rewritten(header, tools);
  if (segments.length === 5)
    return [kept, ...rest.map((segment) => hidden('sealed', segment, tools))].join('.');
  const [payload = '', signature = ''] = rest;
  const claims = readObject(payload);
  return [
    kept,
    claims === undefined ? hidden('token', payload, tools) : rewritten(claims, tools),
    hidden('signature', signature, tools),
  ].join('.');
}

function hidden(
  kind: 'signature' | 'sealed' | 'token',
  segment: string,
  { placeholders }: TextTools,
): string {
  return segment === '' || isPlaceholder(segment) ? segment : asSegment(placeholders.hide(kind, segment));
}

/** A header or claims set written again: a reader sees the last of repeated names only, the others must not survive. */
function rewritten(json: object, tools: TextTools): string {
  return encodeText(JSON.stringify(redactJson(json, tools)));
}

function readObject(segment: string): object | undefined {
  const { bytes } = readBase64url(segment);
  if (!bytes) return undefined;
  try {
    const json: unknown = JSON.parse(utf8.decode(bytes));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

import { encodeText, readBase64url } from '../../jwt/base64url.ts';
import { findTokens } from '../../jwt/find-tokens.ts';
import { asSegment, isPlaceholder, type Placeholders } from './placeholders.ts';

/** What redacting a token needs of the rest. */
export interface TokenTools {
  readonly placeholders: Placeholders;
  /** Redacts the JSON of a claims set or a header. */
  claims(json: unknown): unknown;
  /** Called with each token that is taken apart. */
  seen(token: string, redacted: string): void;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const RUN = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2,}/g;
const MAX_RUN = 200_000;
const MAX_TOKENS_IN_RUN = 150;

/** Redacts every compact token in a text, wherever it stands. */
export function redactTokens(text: string, tools: TokenTools): string {
  if (!text.includes('ey')) return text;
  return text.replace(RUN, (run) => {
    const places = run.length > MAX_RUN ? undefined : findTokens(run);
    if (places === undefined || places.length > MAX_TOKENS_IN_RUN)
      return tools.placeholders.hide('token', run);
    let from = 0;
    const parts: string[] = [];
    for (const { token, start, end } of places) {
      parts.push(run.slice(from, start), redactToken(token, tools) ?? token);
      from = end;
    }
    return parts.join('') + run.slice(from);
  });
}

/**
 * A compact JWS without its signature and with its secret claims replaced; a compact JWE of which only the header is
 * left. Undefined when the text is neither.
 */
export function redactToken(token: string, tools: TokenTools): string | undefined {
  const segments = token.split('.');
  const [first = '', ...rest] = segments;
  const header = readJson(first);
  if (header === undefined)
    return first.startsWith('eyJ') ? tools.placeholders.hide('token', token) : undefined;
  const kept = rewritten(first, header, tools);
  const redacted =
    segments.length >= 5
      ? [kept, ...rest.map((segment) => hidden('sealed', segment, tools))].join('.')
      : [
          kept,
          payload(rest[0] ?? '', tools),
          ...rest.slice(1).map((one) => hidden('signature', one, tools)),
        ].join('.');
  tools.seen(token, redacted);
  return redacted;
}

function payload(segment: string, tools: TokenTools): string {
  const claims = readJson(segment);
  return claims === undefined ? hidden('token', segment, tools) : rewritten(segment, claims, tools);
}

function hidden(
  kind: 'signature' | 'sealed' | 'token',
  segment: string,
  { placeholders }: TokenTools,
): string {
  if (segment === '' || /^redacted-[a-z]+-\d+A*(-A*)?$/.test(segment) || isPlaceholder(segment))
    return segment;
  return asSegment(placeholders.hide(kind, segment));
}

/** The segment as it was when nothing in it is secret; hidden whole when it nests too deeply to be looked through. */
function rewritten(segment: string, json: unknown, tools: TokenTools): string {
  try {
    const before = JSON.stringify(json);
    const after = JSON.stringify(tools.claims(json));
    return before === after ? segment : encodeText(after);
  } catch {
    return hidden('token', segment, tools);
  }
}

function readJson(segment: string): unknown {
  const { bytes } = readBase64url(segment);
  if (!bytes) return undefined;
  try {
    const json: unknown = JSON.parse(utf8.decode(bytes));
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

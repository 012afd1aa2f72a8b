import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A JavaScript literal that cannot end the script element it stands in. */
export function scriptLiteral(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** An inline script; only `scriptLiteral` may carry values into it. */
export function inlineScript(source: string): HtmlEscapedString {
  return raw(`<script>${source}</script>`);
}

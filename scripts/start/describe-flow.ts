import type { Flow, Hop } from '../../lib/index.ts';
import { observedParameters } from '../../tests/e2e/support/evaluate-request.ts';

const SHOWN = ['code', 'authorizationCode', 'state', 'flowid', 'id_token', 'error'];
const LONGEST = 72;

/** What the extension saw of a flow: one line for each hop and each value captured. */
export function describeFlow(flow: Flow): readonly string[] {
  const values = observedParameters(flow);
  return [
    ...flow.hops.map(describeHop),
    ...SHOWN.filter((name) => values[name] !== undefined).map(
      (name) => `${name.padEnd(17)} ${shorten(printable(values[name] ?? ''))}`,
    ),
  ];
}

function describeHop({ method, status, error, url, at, respondedAt }: Hop): string {
  const answer = status === undefined ? (error ?? 'no answer') : String(status);
  const took = respondedAt === undefined ? '–' : `${Math.round(respondedAt - at)} ms`;
  return `${method.padEnd(5)} ${answer.padEnd(4)} ${place(url)}  ${took}`;
}

function place(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:'
    ? `${host}${pathname}`
    : `${protocol}//${host}${pathname}`;
}

/** A terminal obeys control characters, and a captured value is an attacker's text. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);

const shorten = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;

import { quoteForShell } from '../oauth/shell-quote.ts';
import { joinSegments } from './segments.ts';
import type { BuiltRequest } from './types.ts';

export type CurlResult =
  | { readonly command: string; readonly failure?: undefined }
  | {
      readonly command?: undefined;
      readonly failure: { readonly code: string; readonly message: string; readonly remedy: string };
    };

/**
 * A curl command that sends the same request. Every value is one word between apostrophes; `--globoff` and
 * `--path-as-is` keep curl from reading the URL as a pattern. U+0000 cannot be in a word of a shell and is refused.
 */
export function curlCommand(request: BuiltRequest, options: { readonly http1?: boolean } = {}): CurlResult {
  const { method, headers } = request;
  const url = joinSegments(request.url);
  const body = request.body && joinSegments(request.body);
  const lines = [
    `--request ${method}`,
    ...(options.http1 && /^https:/i.test(url) ? ['--http1.1'] : []),
    ...headers.map(({ name, value }) => `--header ${quoteForShell(headerLine(name, joinSegments(value)))}`),
    ...dataOptions(method, body),
    `--url ${quoteForShell(url)}`,
  ];
  const whole = [url, body ?? '', ...headers.flatMap(({ name, value }) => [name, joinSegments(value)])];
  if (whole.some((text) => text.includes('\0'))) {
    return {
      failure: {
        code: 'nul-in-command',
        message: 'The request contains U+0000, which no word of a shell can hold.',
        remedy: 'Remove it; it often comes from copying out of a binary file.',
      },
    };
  }
  return { command: `curl --include --globoff --path-as-is \\\n  ${lines.join(' \\\n  ')}` };
}

/** curl leaves a header without a value out unless a semicolon stands in the colon's place. */
function headerLine(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** `--data-raw` reads no file for a leading `@`. Without a body curl would send a method such as POST without a length. */
function dataOptions(method: string, body: string | undefined): readonly string[] {
  if (body !== undefined) return [`--data-raw ${quoteForShell(body)}`];
  return method === 'GET' || method === 'DELETE' ? [] : ["--header 'Content-Length: 0'"];
}

import type { RequestBody } from '../flow/observation.ts';
import type { Flow, FlowCall, Hop } from '../flow/types.ts';
import { formEncodeParameter } from '../oauth/build-authorize-url.ts';
import { quoteForShell } from '../oauth/shell-quote.ts';
import { isHttp } from '../oauth/url.ts';
import type { ExportInput } from './export-types.ts';

/**
 * A POSIX shell script with one curl command for each hop and call. No command follows redirects by itself, reads a file,
 * or takes a URL for a pattern; a value stands between apostrophes and can do nothing.
 */
export function writeCurl({ flows, redacted }: ExportInput): string {
  const note = redacted
    ? '# Secrets are replaced by placeholders, so that these commands show what was sent and will not succeed.'
    : '# NOT REDACTED: these commands hold secrets.';
  const parts = flows.map(({ flow }, index) => {
    const commands = [...flow.hops.map(hopCommand), ...(flow.calls ?? []).map(callCommand)];
    const body = commands.filter((command) => command !== undefined);
    return [`# Flow ${index + 1}`, ...(body.length === 0 ? unseen(flow) : body)].join('\n\n');
  });
  return `#!/bin/sh\n${note}\n\n${parts.join('\n\n')}\n`;
}

/** A flow of which no hop was seen still has its request. */
function unseen({ request }: Flow): readonly string[] {
  return request && isHttp(request.url) ? [command('authorize request', request.method, request.url)] : [];
}

function hopCommand(hop: Hop): string | undefined {
  return isHttp(hop.url) ? command(hop.role, hop.method, hop.url, bodyOf(hop.body)) : undefined;
}

function callCommand(call: FlowCall): string | undefined {
  if (!isHttp(call.url)) return undefined;
  const headers = call.fields.filter((field) => field.in === 'header');
  const fields = call.fields.filter((field) => field.in === 'form' || field.in === 'json');
  const text =
    call.encoding === 'json'
      ? JSON.stringify(Object.fromEntries(fields.map(({ name, value }) => [name, value ?? LEFT_OUT])))
      : fields
          .map(({ name, value }) => `${formEncodeParameter(name)}=${formEncodeParameter(value ?? LEFT_OUT)}`)
          .join('&');
  const type = call.encoding === 'json' ? [{ name: 'Content-Type', value: 'application/json' }] : [];
  return command(
    'call',
    call.method,
    call.url,
    call.encoding === 'none' ? undefined : text,
    [...headers, ...type].map(({ name, value }) => `${name}: ${value ?? LEFT_OUT}`),
  );
}

/** Stands where a value was sent that is never kept. */
const LEFT_OUT = 'LEFT-OUT';

function bodyOf(body: RequestBody | undefined): string | undefined {
  if (body === undefined) return undefined;
  const withheld = (body.withheld ?? []).map(({ name }) => `${formEncodeParameter(name)}=${LEFT_OUT}`);
  if (body.kind === 'text') return [body.text ?? '', ...withheld].filter((part) => part !== '').join('&');
  const fields = (body.fields ?? []).map(
    ([name, value]) => `${formEncodeParameter(name)}=${formEncodeParameter(value)}`,
  );
  return [...fields, ...withheld].join('&');
}

/** @param label one of our own words, never a captured one: a comment ends with its line */
function command(
  label: string,
  method: string,
  url: string,
  body?: string,
  headers: readonly string[] = [],
): string {
  const options = [
    ...(method === 'GET' ? [] : [`--request ${quoteForShell(method)}`]),
    ...headers.map((header) => `--header ${quoteForShell(header)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoteForShell(body)}`]),
    `--url ${quoteForShell(url)}`,
  ];
  return `# ${label}\ncurl --include --globoff --path-as-is \\\n  ${options.join(' \\\n  ')}`;
}

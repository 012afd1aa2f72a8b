import { parseUrl } from '../oauth/url.ts';
import type { StepField } from '../providers/step-types.ts';
import { fieldKey } from './field-key.ts';
import { formEncode } from './form-encode.ts';
import type { StepProblem, TemplateSegment } from './types.ts';

interface UrlParts {
  /** With `{name}` for a base URL or a path field. */
  readonly template: string;
  readonly fields: readonly StepField[];
  /** By {@link fieldKey}; empty ones are left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Base URLs by their names. */
  readonly bases: Readonly<Record<string, string>>;
}

/**
 * The URL of a request. A base, or a path field with which the template begins, is a URL and stands as it is; any other
 * path field is one percent-encoded segment (RFC 3986 section 3.3).
 */
export function buildUrl({ template, fields, values, bases }: UrlParts): {
  readonly url: readonly TemplateSegment[];
  readonly problems: readonly StepProblem[];
} {
  const problems: StepProblem[] = [];
  const url: TemplateSegment[] = [];
  for (const part of template.split(/(\{[^{}]+\})/)) {
    if (part === '') continue;
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      url.push({ text: part });
      continue;
    }
    const field = fields.find((one) => one.in === 'path' && one.name === name);
    if (field && url.length > 0) {
      const text = encodeURIComponent((values[fieldKey(field)] ?? '').toWellFormed());
      url.push({ text, ...(field.secret ? { secret: true } : {}) });
    } else {
      const key = field ? fieldKey(field) : `base ${name}`;
      const value = (field ? values[key] : bases[name]) ?? '';
      const { text, problem } = readBase(value, name, key);
      url.push({ text });
      // That a field is empty is said by its own check.
      if (problem && !(field && value === '')) problems.push(problem);
      if (!field && text.includes('?')) problems.push(withQuery(name, key));
    }
  }
  let separator = url.some(({ text }) => text.includes('?')) ? '&' : '?';
  for (const field of fields) {
    const value = values[fieldKey(field)] ?? '';
    if (field.in !== 'query' || value === '') continue;
    url.push({ text: `${separator}${formEncode(field.name)}=` });
    url.push({ text: formEncode((field.prefix ?? '') + value), ...(field.secret ? { secret: true } : {}) });
    separator = '&';
  }
  return { url, problems };
}

const withQuery = (name: string, field: string): StepProblem => ({
  field,
  code: 'base-with-query',
  message: `${name} has a query.`,
  remedy: 'Leave out “?” and what follows; the path of the call is added to it.',
  severity: 'fatal',
});

function readBase(
  value: string,
  name: string,
  field: string,
): { readonly text: string; readonly problem?: StepProblem } {
  const typed = value.trim();
  const fatal = (code: string, message: string, remedy: string) => ({
    text: typed,
    problem: { field, code, message, remedy, severity: 'fatal' as const },
  });
  if (typed === '')
    return fatal('base-missing', `${name} is empty.`, 'Type the address, such as https://api.example.com.');
  const parsed = parseUrl(typed);
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return fatal('base-not-a-url', `${name} is no http or https address.`, 'Begin it with https://.');
  if (parsed.username !== '' || parsed.password !== '') {
    return fatal(
      'base-with-password',
      `${name} has a user name or a password in it.`,
      'Leave them out; browsers refuse to call such an address.',
    );
  }
  if (parsed.hash !== '')
    return fatal('base-with-fragment', `${name} has a fragment.`, 'Leave out “#” and what follows.');
  const path = parsed.pathname.replace(/(?<!\/)\/+$/, '');
  return { text: `${parsed.origin}${path}${parsed.search}` };
}

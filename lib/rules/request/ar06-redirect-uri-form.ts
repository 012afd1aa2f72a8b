import { quoteValue } from '../define.ts';
import { isAbsolute } from '../redirect-target.ts';
import { inRequest, isHidden, words } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** What parses as a URL and is not one that a response can be sent to, as the end of a sentence. */
const SHAPES: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/^https?:\/\/https?(?::|%3A)/i, 'begins with its scheme twice'],
  [/^https?:\/\/[^/?#]*\*/i, 'has a wildcard in its host'],
  [/^https?:(?!\/\/[^/])/i, 'does not have exactly two slashes after its scheme'],
  [/[,;|\s][a-z][a-z0-9+.-]{0,30}:\/\//i, 'names several addresses'],
  [/^(?:javascript|vbscript|data|file|blob|about|view-source):/i, 'is not an address of an application'],
];

/** The redirect URI can be redirected to. */
export const ar06: Rule = {
  id: 'AR06',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 3.1.2; OpenID Connect Core 1.0 section 3.1.2.1',
  title: 'redirect_uri is an absolute URI without a fragment; an OpenID request has one.',
  check(flow) {
    const uri = flow.request?.values.redirect_uri;
    const parameter = uri?.name ?? 'redirect_uri';
    const found = (message: string, remedy: string) => [{ message, remedy, at: inRequest(parameter) }];
    if (!uri) {
      if (isHidden(flow) || !words(flow.request?.values.scope?.value).includes('openid')) return [];
      return found(`${parameter} is missing; an OpenID request needs it.`, 'Send a registered redirect URI.');
    }
    if (uri.value === '')
      return found(`${parameter} is empty.`, 'Send a registered redirect URI, from the scheme on.');
    if (!isAbsolute(uri.value)) {
      const remedy = 'Write it out from the scheme on: https://client.example/callback.';
      return found(`${parameter} ${quoteValue(uri.value)} is not an absolute URI.`, remedy);
    }
    const [, shape] = SHAPES.find(([pattern]) => pattern.test(uri.value)) ?? [];
    if (shape)
      return found(
        `${parameter} ${quoteValue(uri.value)} ${shape}.`,
        'Send one registered redirect URI, written out.',
      );
    if (!uri.value.includes('#')) return [];
    return found(`${parameter} ${quoteValue(uri.value)} has a fragment.`, 'Remove # and what follows it.');
  },
};

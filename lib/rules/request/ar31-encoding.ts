import { looksLikeToken } from '../../jwt/find-tokens.ts';
import { type Aliases, standardName } from '../../oauth/aliases.ts';
import type { Parameter } from '../../oauth/parameters.ts';
import { quoteValue } from '../define.ts';
import { inRequest } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

/** Values in which a plus sign is hardly meant as a space. */
const SPACELESS: ReadonlySet<string> = new Set([
  'state',
  'nonce',
  'code_challenge',
  'client_id',
  'redirect_uri',
  'login_hint',
]);

/** Parameters are encoded once, as a form. */
export const ar31: Rule = {
  id: 'AR31',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 appendix B',
  title: 'Parameters are encoded once as application/x-www-form-urlencoded.',
  check(flow, { catalogue }) {
    return (flow.request?.parameters ?? []).flatMap((parameter) => {
      const fault = faultOf(parameter, catalogue.aliases);
      return fault ? [{ ...fault, at: inRequest(parameter.name) }] : [];
    });
  },
};

type Fault = Omit<Found, 'at'>;

function faultOf({ name, value, rawValue = '', problems }: Parameter, aliases: Aliases): Fault | undefined {
  if (value !== value.trim() && looksLikeToken(value.trim())) {
    return {
      message: `${name} has white space around its token, which breaks the token’s signature.`,
      remedy: 'Remove the space; it often comes from copying a wrapped line.',
    };
  }
  if (/\s/.test(rawValue)) {
    const message = `${name} ${quoteValue(value)} has a space that is not encoded.`;
    return { message, remedy: 'Write %20.' };
  }
  const broken = problems.find(({ code }) => code === 'broken-escape' || code === 'not-utf8');
  if (broken) return { message: `${name} ${quoteValue(value)}: ${broken.message}`, remedy: broken.remedy };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rawValue)) {
    const cut = rawValue.includes('?');
    return {
      ...(cut ? {} : { severity: 'warning' as const }),
      message: `${name} ${quoteValue(value)} is a URL that is not percent-encoded${cut ? ': what follows its next & is read as another parameter' : ''}.`,
      remedy: 'Percent-encode it, colon and slashes included.',
    };
  }
  if (/^[a-z][a-z0-9+.-]*%3A(?:%2F){2}/i.test(value)) {
    const message = `${name} ${quoteValue(value)} is percent-encoded twice.`;
    return { message, remedy: 'Encode each value once; a URL builder or HTTP library already does it.' };
  }
  if (rawValue.includes('+') && SPACELESS.has(standardName(name, aliases) ?? name)) {
    return {
      severity: 'warning',
      message: `${name} ${quoteValue(value)} was written with a plus sign, which means a space.`,
      remedy: 'Write %2B for a plus sign and %20 for a space.',
    };
  }
  return undefined;
}

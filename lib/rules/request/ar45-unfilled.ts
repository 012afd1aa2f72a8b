import { standardName } from '../../oauth/aliases.ts';
import { quoteValue } from '../define.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** What a program writes where it had no value, and what documents and templates leave to be filled in. */
const UNFILLED: readonly RegExp[] = [
  /^(?:undefined|null|NaN|todo|fixme|tbd)$/i,
  /^\[(?:object \w{1,40}|[a-z_ ]{2,40})\]$/i,
  // A UUID in braces is a value.
  /^\{(?![0-9a-f-]{36}\}$)\{?[^{}"]{1,60}\}?\}$/i,
  /^(?:[$#]\{[^{}]{1,60}\}|\$\([^()]{1,60}\))$/,
  /^(?:<%?=?[^<>]{1,60}>|%[A-Z][A-Z_]{1,40}%|__[A-Z][A-Z_]{1,40}__|@[A-Z][A-Z_]{1,40}@)$/i,
  /^(?:process\.env|import\.meta\.env|os\.environ)[.[].{1,60}$/,
  /^(?:your[-_ ][\w -]{1,60}|change[-_ ]?(?:me|this)|(?:insert|replace|enter)[-_ ](?:me|this|your|here)[\w -]{0,60})$/i,
];

/** The same inside of an address: its host, the end of its path, or a template's marks. */
const UNFILLED_IN_ADDRESS =
  /:\/\/(?:undefined|null|nan)(?=[:/?#]|$)|\/(?:undefined|null|NaN|\[object Object\])(?=[/?#]|$)|[$#]\{[^{}]{1,60}\}|\{\{[^{}]{1,60}\}\}|<[a-z_ -]{2,40}>/i;

/** UTF-16 units of a value that is looked at. */
const LONGEST = 200;

/** Every value was filled in. */
export const ar45: Rule = {
  id: 'AR45',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1',
  title: 'No value is a placeholder, such as undefined, {{state}} or YOUR_CLIENT_ID.',
  check(flow, { catalogue }) {
    const signed = Object.values(flow.request?.values ?? {}).filter(
      ({ source }) => source === 'request object',
    );
    return [...(flow.request?.parameters ?? []), ...signed]
      .filter(({ name, value }) => {
        const standard = standardName(name, catalogue.aliases);
        if (standard === undefined || value.length > LONGEST) return false;
        return (
          UNFILLED.some((pattern) => pattern.test(value)) ||
          (standard === 'redirect_uri' && UNFILLED_IN_ADDRESS.test(value))
        );
      })
      .map(({ name, value }) => ({
        message: `${name} is ${quoteValue(value)}: a placeholder that was not replaced by a value.`,
        remedy: 'Find where the value is read, and stop before the redirect when it is missing.',
        at: inRequest(name),
      }));
  },
};

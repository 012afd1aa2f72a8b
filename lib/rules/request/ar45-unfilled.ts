import { standardName } from '../../oauth/aliases.ts';
import { quoteValue } from '../define.ts';
import { inRequest } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/** What a program writes where it had no value, and what documents and templates leave to be filled in. */
const UNFILLED =
  /^(?:undefined|null|NaN|\[object Object\]|\{\{?[^{}"]{1,60}\}?\}|\$\{[^{}]{1,60}\}|<[^<>]{1,60}>|\[[A-Za-z_ ]{2,40}\]|your[-_ ][\w -]{1,60}|change[-_ ]?me)$/i;

/** Every value was filled in. */
export const ar45: Rule = {
  id: 'AR45',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1.1',
  title: 'No value is a placeholder, such as undefined, {{state}} or YOUR_CLIENT_ID.',
  check(flow, { catalogue }) {
    return (flow.request?.parameters ?? [])
      .filter(
        ({ name, value }) =>
          standardName(name, catalogue.aliases) !== undefined && value.length <= 80 && UNFILLED.test(value),
      )
      .map(({ name, value }) => ({
        message: `${name} is ${quoteValue(value)}: a placeholder that was not replaced by a value.`,
        remedy: 'Find where the value is read, and stop before the redirect when it is missing.',
        at: inRequest(name),
      }));
  },
};

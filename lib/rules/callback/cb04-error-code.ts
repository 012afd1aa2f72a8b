import { errorMeaning } from '../../oauth/error-meanings.ts';
import { quote } from '../define.ts';
import type { Rule } from '../types.ts';

// RFC 6749 appendix A.7 and A.8: %x20-21 / %x23-5B / %x5D-7E
const ALLOWED = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/;

/** An error code is one that a specification or the provider defines, in the characters allowed. */
export const cb04: Rule = {
  id: 'CB04',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 4.1.2.1 and appendix A.7',
  title: 'error is a registered code, and error_description uses allowed characters.',
  check(flow, { profile }) {
    const { error, error_description: description } = flow.callback?.response.values ?? {};
    if (!error) return [];
    const found = [];
    if (!errorMeaning(error.value, profile)) {
      found.push({
        message: `error ${quote(error.value)} is defined by no specification${profile ? ` and not by ${profile.name}` : ''}.`,
        remedy: 'Ask the provider what it means; handle it as a failure.',
        at: { part: 'callback', parameter: error.name } as const,
      });
    }
    if (description && !ALLOWED.test(description.value)) {
      found.push({
        message: `error_description ${quote(description.value)} has characters that are not allowed.`,
        remedy: 'Show it as plain text only; it may be made to mislead.',
        at: { part: 'callback', parameter: description.name } as const,
      });
    }
    return found;
  },
};

import { errorMeaning } from '../../oauth/error-meanings.ts';
import { quoteValue } from '../define.ts';
import { isAbsolute } from '../redirect-target.ts';
import { isOwnProvider } from '../request-facts.ts';
import type { Found, Rule } from '../types.ts';

// RFC 6749 appendix A.7 and A.8: %x20-21 / %x23-5B / %x5D-7E
const ALLOWED = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/;

/** An error is one that a specification or the provider defines, in the characters allowed. */
export const cb04: Rule = {
  id: 'CB04',
  severity: 'warning',
  gate: 'base',
  source:
    'RFC 6749 section 4.1.2.1 and appendices A.7, A.8 and A.9; OpenID Connect Core 1.0 section 3.1.2.6; RFC 9101 section 7',
  title: 'error is a registered code, error_description uses allowed characters, and error_uri is a URI.',
  check(flow, context) {
    const { error, error_description: description, error_uri: uri } = flow.callback?.response.values ?? {};
    if (!error) return [];
    const found: Found[] = [];
    const add = (parameter: string, message: string, remedy: string): void => {
      found.push({ message, remedy, at: { part: 'callback', parameter } });
    };
    if (!errorMeaning(error.value, context.profile)) {
      const own = isOwnProvider(context) ? ` and not documented by ${context.profile?.name}` : '';
      add(
        error.name,
        `error ${quoteValue(error.value)} is not defined by a specification${own}.`,
        'Handle it as a failure, and ask the provider what it means.',
      );
    }
    if (description && !ALLOWED.test(description.value))
      add(
        description.name,
        `error_description ${quoteValue(description.value)} has characters that are not allowed (printable ASCII without " and \\).`,
        'Show it as plain text only; it may be made to mislead.',
      );
    // Appendix A.9 takes relative references too, but nobody could follow one.
    if (uri && (!isAbsolute(uri.value) || /[^\x21-\x7e]|["\\]/.test(uri.value)))
      add(
        uri.name,
        `error_uri ${quoteValue(uri.value)} is not an absolute URI.`,
        'Do not link it; report it to the provider.',
      );
    return found;
  },
};

import type { AuthorizeRequest } from '../oauth/authorize-request.ts';
import type { Flow } from './types.ts';

/**
 * True for a request whose answer a script of the provider gives to another window: `web_message` (the expired
 * draft-sakimura-oauth-wmrm-00) and its vendors' spellings, and redirect URIs that stand for a message.
 */
export function answersByMessage({ values }: AuthorizeRequest): boolean {
  const mode = values.response_mode?.value ?? '';
  const redirectUri = values.redirect_uri?.value ?? '';
  return /(?:^|_)(?:web|post)_?message$/i.test(mode) || /^(?:postmessage$|storagerelay:)/.test(redirectUri);
}

/** True when the provider has shown the page from which such an answer is sent. */
export function mayHaveAnswered({ request, hops }: Flow): boolean {
  const last = hops.at(-1)?.status;
  return (
    request !== undefined && answersByMessage(request) && last !== undefined && last >= 200 && last < 300
  );
}

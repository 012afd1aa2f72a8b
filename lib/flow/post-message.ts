import type { AuthorizeRequest } from '../oauth/authorize-request.ts';

/**
 * True for a request whose answer a script of the provider gives to another window: `web_message` (the expired
 * draft-sakimura-oauth-wmrm-00) and its vendors' spellings, and redirect URIs that stand for a message.
 */
export function answersByMessage({ values }: AuthorizeRequest): boolean {
  const mode = values.response_mode?.value ?? '';
  const redirectUri = values.redirect_uri?.value ?? '';
  return /(?:^|_)(?:web|post)_?message$/i.test(mode) || /^(?:postmessage$|storagerelay:)/.test(redirectUri);
}

/** What an error code means and what its reader can do. */
export interface ErrorMeaning {
  readonly meaning: string;
  readonly remedy: string;
  /** Specification and section. */
  readonly source: string;
}

const RFC6749 = 'RFC 6749 section 4.1.2.1';
const CORE = 'OpenID Connect Core 1.0 section 3.1.2.6';
const RFC9101 = 'RFC 9101 section 7';

/** Error codes of an authorization response that specifications define. */
const MEANINGS: Readonly<Record<string, ErrorMeaning>> = {
  invalid_request: {
    meaning: 'A parameter is missing, invalid or repeated.',
    remedy: 'Compare the request’s parameters with what the provider documents.',
    source: RFC6749,
  },
  unauthorized_client: {
    meaning: 'This client may not ask for a code in this way.',
    remedy: 'Check the grant and response types the client is registered for.',
    source: RFC6749,
  },
  access_denied: {
    meaning: 'The person, or the provider, refused.',
    remedy: 'Try again and grant at least one permission; check that the account may consent.',
    source: RFC6749,
  },
  unsupported_response_type: {
    meaning: 'The provider does not answer with this response_type.',
    remedy: 'Use a response_type that its metadata lists, commonly “code”.',
    source: RFC6749,
  },
  invalid_scope: {
    meaning: 'A scope is unknown, malformed or not allowed for this client.',
    remedy: 'Send only scopes the client is registered for, separated by single spaces.',
    source: RFC6749,
  },
  server_error: {
    meaning: 'The provider failed.',
    remedy: 'Try again later; give the provider the time and state of this flow.',
    source: RFC6749,
  },
  temporarily_unavailable: {
    meaning: 'The provider is overloaded or under maintenance.',
    remedy: 'Try again later.',
    source: RFC6749,
  },
  interaction_required: {
    meaning: 'The person must be asked something, and prompt=none forbade it.',
    remedy: 'Send the request again without prompt=none.',
    source: CORE,
  },
  login_required: {
    meaning: 'Nobody is signed in, and prompt=none forbade a login page.',
    remedy: 'Send the request again without prompt=none.',
    source: CORE,
  },
  account_selection_required: {
    meaning: 'The person must choose an account, and prompt=none forbade it.',
    remedy: 'Send the request again without prompt=none or with login_hint.',
    source: CORE,
  },
  consent_required: {
    meaning: 'Consent is missing, and prompt=none forbade asking for it.',
    remedy: 'Send the request again without prompt=none.',
    source: CORE,
  },
  invalid_request_uri: {
    meaning: 'The request_uri could not be read or its content is invalid.',
    remedy: 'Push the request again; a request_uri is used once and soon expires.',
    source: RFC9101,
  },
  invalid_request_object: {
    meaning: 'The request object is not a valid, correctly signed JWT with the claims it needs.',
    remedy: 'Decode it, check alg, kid, aud, exp and the key that the provider has of you.',
    source: RFC9101,
  },
  request_not_supported: {
    meaning: 'The provider takes no request object by value.',
    remedy: 'Send plain parameters or push the request.',
    source: CORE,
  },
  request_uri_not_supported: {
    meaning: 'The provider takes no request_uri.',
    remedy: 'Send the request by value.',
    source: CORE,
  },
  registration_not_supported: {
    meaning: 'The provider takes no registration parameter.',
    remedy: 'Register the client beforehand.',
    source: CORE,
  },
  insufficient_user_authentication: {
    meaning: 'The login was weaker than the request demanded.',
    remedy: 'Ask for the acr_values or max_age the resource needs.',
    source: 'RFC 9470 section 3',
  },
};

/** True for an error code that a specification defines for authorization responses. */
export function isRegisteredError(code: string): boolean {
  return Object.hasOwn(MEANINGS, code);
}

/** The meaning of an error code: the provider's own first, then the specifications', else undefined. */
export function errorMeaning(
  code: string,
  profile?: { readonly errors: Readonly<Record<string, ErrorMeaning>> },
): ErrorMeaning | undefined {
  if (profile && Object.hasOwn(profile.errors, code)) return profile.errors[code];
  return Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
}

import type { StepError } from './step-types.ts';

/** Leatherback's documents, as the data names them. */
export const INTEGRATION = 'Leatherback, Third Party Provider integration';
export const CUSTOMER = 'Leatherback, Customer Authorization';
export const REGISTRATION = `${INTEGRATION}: Register as a Third Party Provider`;
export const CLIENT_TOKEN = `${INTEGRATION}: Generate a Client Token`;
export const CONSENT = `${INTEGRATION}: Create Client Consent`;
export const LEATHERBACK_EXCHANGE = 'Leatherback, Exchange the authorization code';

/** What the statuses of Leatherback's API mean; its documents name no error bodies. */
export const LEATHERBACK_API_ERRORS: Readonly<Record<string, StepError>> = {
  '400': {
    meaning: 'Something in the request is missing or wrong.',
    remedy: 'Compare the fields and the Content-Type with the constraint of each field.',
    source: 'RFC 9110 section 15.5.1; Leatherback documents no error body',
  },
  '401': {
    meaning: 'The certificate text or the access token is missing, wrong or expired.',
    remedy: 'Run Client token again: its tokens live five minutes, whatever expires_in says.',
    source: 'RFC 9110 section 15.5.2; Leatherback documents no error body',
  },
};

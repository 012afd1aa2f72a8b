import { fixedFormField } from './step-fields.ts';
import type { ClientAuthentication, StepField, StepResult } from './step-types.ts';

/** The ways in which a client tells who it is (OpenID Connect Core section 9). */
export const CLIENT_AUTHENTICATION: readonly ClientAuthentication[] = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'client_secret_jwt',
  'none',
];

/** The address of an endpoint, as the metadata names it. */
export function endpoint(name: string, description: string, source: string): StepField {
  return {
    name,
    in: 'path',
    required: true,
    description,
    constraint: 'An absolute https URL; Discovery fills it in.',
    source,
    type: 'text',
    from: [name],
    checks: [{ kind: 'https-url' }],
  };
}

export const grantType = (value: string, source: string): StepField =>
  fixedFormField('grant_type', value, { description: 'What is traded for a token.', source });

export const SCOPE = (source: string, required = false): StepField => ({
  name: 'scope',
  in: 'form',
  required,
  description: 'What you ask for.',
  constraint: 'Printable ASCII words with single spaces between.',
  source,
  type: 'text',
  from: ['scope'],
  checks: [
    {
      kind: 'pattern',
      pattern: '^[\\x21\\x23-\\x5b\\x5d-\\x7e]+( [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*$',
      says: 'must be printable ASCII words with single spaces between',
    },
  ],
});

/** A token that goes into a form: the one to introspect or to revoke. */
export const TOKEN = (from: readonly string[], source: string): StepField => ({
  name: 'token',
  in: 'form',
  required: true,
  description: 'The token.',
  constraint: 'Exactly as it was given.',
  source,
  type: 'text',
  from,
  secret: true,
  checks: [],
});

export const TOKEN_TYPE_HINT = (source: string): StepField => ({
  name: 'token_type_hint',
  in: 'form',
  required: false,
  description: 'Where the server looks first.',
  constraint: 'access_token or refresh_token; a wrong hint does no harm.',
  source,
  type: 'text',
  choices: [{ value: 'access_token' }, { value: 'refresh_token' }],
  open: true,
  checks: [],
});

/** What a token answer offers (RFC 6749 section 5.1). */
export const TOKEN_RESULTS: readonly StepResult[] = [
  { name: 'access_token', path: 'access_token', secret: true, expiresInPath: 'expires_in' },
  { name: 'refresh_token', path: 'refresh_token', secret: true },
  { name: 'id_token', path: 'id_token', secret: true },
];

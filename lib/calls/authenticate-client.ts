import type { ClientAuthentication, StepField } from '../providers/step-types.ts';
import { formEncode } from './form-encode.ts';
import type { BuiltHeader } from './types.ts';

/** What client authentication adds to a request (OpenID Connect Core 1.0 section 9). */
export interface ClientPart {
  readonly header?: BuiltHeader;
  /** Added to the body. */
  readonly fields: readonly { readonly field: StepField; readonly value: string }[];
}

/** `client_assertion_type` of a JWT (RFC 7523 section 2.2). */
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Shown until the assertion is made, which happens at the moment of sending. */
export const ASSERTION_PLACEHOLDER = '(signed when it is sent)';

/** Makes it of the values of the client's own fields. */
export function clientPart(
  authentication: ClientAuthentication | undefined,
  fields: readonly StepField[],
  values: Readonly<Record<string, string>>,
  assertion = ASSERTION_PLACEHOLDER,
): ClientPart {
  if (authentication === undefined) return { fields: [] };
  const id = values['client client_id'] ?? '';
  const secret = values['client client_secret'] ?? '';
  const inBody = (name: string, value: string, isSecret = false) => ({
    field: bodyField(name, isSecret),
    value,
  });
  const sentAlready = fields.some((field) => field.in === 'form' && field.name === 'client_id');
  const idInBody = sentAlready ? [] : [inBody('client_id', id)];
  switch (authentication) {
    case 'client_secret_basic': {
      // Both are form-encoded first, so that a colon in the id is no separator (RFC 6749 section 2.3.1).
      const credentials = btoa(`${formEncode(id)}:${formEncode(secret)}`);
      return {
        header: { name: 'Authorization', value: [{ text: 'Basic ' }, { text: credentials, secret: true }] },
        fields: [],
      };
    }
    case 'client_secret_post':
      return { fields: [...idInBody, inBody('client_secret', secret, true)] };
    case 'client_secret_jwt':
    case 'private_key_jwt':
      return {
        fields: [
          ...idInBody,
          inBody('client_assertion_type', JWT_BEARER),
          inBody('client_assertion', assertion, true),
        ],
      };
    case 'none':
      return { fields: idInBody };
  }
}

function bodyField(name: string, secret: boolean): StepField {
  return {
    name,
    in: 'form',
    required: true,
    description: '',
    constraint: '',
    source: 'OpenID Connect Core 1.0 section 9',
    type: 'text',
    checks: [],
    ...(secret ? { secret } : {}),
  };
}

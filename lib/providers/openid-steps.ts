import {
  AUTHORIZE,
  CALLBACK,
  CLIENT_CREDENTIALS,
  EXCHANGE,
  INTROSPECTION,
  REFRESH,
  REVOCATION,
} from './code-steps.ts';
import { OPENID_DEVICE_STEPS } from './openid-device-steps.ts';
import { endpoint } from './openid-fields.ts';
import { OPENID_PUSHED_STEP } from './openid-pushed-step.ts';
import { bearer } from './step-fields.ts';
import type { StepSpec } from './step-types.ts';

/** What the metadata of an OpenID provider offers to the other steps. */
const METADATA = [
  'issuer',
  'jwks_uri',
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'pushed_authorization_request_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'device_authorization_endpoint',
  'end_session_endpoint',
] as const;

/** The calls of any OpenID provider, beginning with what it says of itself. */
export const OPENID_STEPS: readonly StepSpec[] = [
  {
    id: 'discovery',
    name: 'Discovery',
    summary: 'Reads the provider’s metadata; the addresses in it fill the other steps.',
    source: 'OpenID Connect Discovery 1.0 section 4; RFC 8414 section 3',
    kind: 'call',
    request: { method: 'GET', url: '{issuer}/.well-known/openid-configuration', encoding: 'none' },
    fields: [],
    gives: METADATA.map((name) => ({ name, path: name })),
    notes: [
      'issuer in the answer must be, character for character, the address that you asked (section 4.3).',
      'Which ways of client authentication are taken stands in token_endpoint_auth_methods_supported; without it, client_secret_basic.',
    ],
  },
  {
    id: 'jwks',
    name: 'JWKS',
    summary: 'Reads the provider’s public keys, with which its tokens are verified.',
    source: 'OpenID Connect Discovery 1.0 section 3; RFC 7517 section 5',
    kind: 'call',
    request: { method: 'GET', url: '{jwks_uri}', encoding: 'none' },
    fields: [endpoint('jwks_uri', 'Where the keys are.', 'OpenID Connect Discovery 1.0 section 3')],
    gives: [{ name: 'kid', path: 'keys.0.kid' }],
    notes: ['Keys change. Read them again when a token has a kid that you do not know.'],
    optional: true,
  },
  OPENID_PUSHED_STEP,
  AUTHORIZE,
  CALLBACK,
  EXCHANGE,
  REFRESH,
  {
    id: 'userinfo',
    name: 'Userinfo',
    summary: 'Reads the claims about the person.',
    source: 'OpenID Connect Core 1.0 section 5.3',
    kind: 'call',
    request: { method: 'GET', url: '{userinfo_endpoint}', encoding: 'none' },
    fields: [
      endpoint('userinfo_endpoint', 'Where the claims are.', 'OpenID Connect Core 1.0 section 5.3'),
      bearer({
        from: ['access_token'],
        description: 'The access token of the exchange.',
        source: 'OpenID Connect Core 1.0 section 5.3.1',
      }),
    ],
    gives: [{ name: 'sub', path: 'sub' }],
    notes: [
      'sub must be that of the id_token, or the answer is somebody else’s (section 5.3.4).',
      'A provider may answer a signed JWT (application/jwt) instead of JSON; open it in the Token tab.',
    ],
    optional: true,
  },
  INTROSPECTION,
  REVOCATION,
  ...OPENID_DEVICE_STEPS,
  CLIENT_CREDENTIALS,
];

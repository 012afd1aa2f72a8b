import { CLIENT_AUTHENTICATION, endpoint, grantType, SCOPE, TOKEN_RESULTS } from './openid-fields.ts';
import type { StepSpec } from './step-types.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** The device flow: a code on a screen, typed in elsewhere. */
export const OPENID_DEVICE_STEPS: readonly StepSpec[] = [
  {
    id: 'device-authorization',
    name: 'Device authorization',
    summary: 'Gets a short code that the person types in on another device.',
    source: 'RFC 8628 section 3.1',
    kind: 'call',
    request: {
      method: 'POST',
      url: '{device_authorization_endpoint}',
      encoding: 'form',
      clientAuthentication: CLIENT_AUTHENTICATION,
    },
    fields: [
      endpoint('device_authorization_endpoint', 'Where device codes are given.', 'RFC 8628 section 3.1'),
      { ...SCOPE('RFC 8628 section 3.1'), from: [], default: 'openid' },
    ],
    gives: [
      { name: 'device_code', path: 'device_code', secret: true, expiresInPath: 'expires_in' },
      { name: 'user_code', path: 'user_code', expiresInPath: 'expires_in' },
      { name: 'verification_uri', path: 'verification_uri', opens: true },
      { name: 'verification_uri_complete', path: 'verification_uri_complete', opens: true },
    ],
    notes: [
      'Show user_code and verification_uri; verification_uri_complete, where it is given, has the code inside.',
      'interval says how many seconds to wait between two polls, five when it is missing (section 3.2).',
    ],
    optional: true,
  },
  {
    id: 'device-token',
    name: 'Device token',
    summary: 'Asks whether the person has agreed yet; repeat it until the answer is a token.',
    source: 'RFC 8628 section 3.4',
    kind: 'call',
    request: {
      method: 'POST',
      url: '{token_endpoint}',
      encoding: 'form',
      clientAuthentication: CLIENT_AUTHENTICATION,
    },
    fields: [
      endpoint('token_endpoint', 'Where tokens are given.', 'RFC 6749 section 3.2'),
      grantType(GRANT, 'RFC 8628 section 3.4'),
      {
        name: 'device_code',
        in: 'form',
        required: true,
        description: 'The device_code of Device authorization.',
        constraint: 'Exactly as it was given.',
        source: 'RFC 8628 section 3.4',
        type: 'text',
        from: ['device_code'],
        secret: true,
        checks: [],
      },
    ],
    gives: TOKEN_RESULTS,
    notes: [
      'authorization_pending is no failure: the person has not finished. slow_down asks for five seconds more.',
    ],
    errors: {
      authorization_pending: {
        meaning: 'The person has not agreed yet.',
        remedy: 'Wait for interval seconds and ask again.',
        source: 'RFC 8628 section 3.5',
      },
      slow_down: {
        meaning: 'You ask too often.',
        remedy: 'Wait five seconds longer between two polls from now on.',
        source: 'RFC 8628 section 3.5',
      },
      access_denied: {
        meaning: 'The person refused.',
        remedy: 'Begin again with Device authorization, if the person wants to.',
        source: 'RFC 8628 section 3.5',
      },
      expired_token: {
        meaning: 'The device_code has expired.',
        remedy: 'Begin again with Device authorization.',
        source: 'RFC 8628 section 3.5',
      },
    },
    optional: true,
  },
];

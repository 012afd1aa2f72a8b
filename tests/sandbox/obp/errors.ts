import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The messages of the Open Bank Project that this sandbox can send. */
const MESSAGES = {
  'OBP-00005':
    'Public views not allowed on this instance. Please set allow_public_views = true in props files.',
  'OBP-10001': 'Incorrect json format.',
  'OBP-10007': 'Incorrect Role name:',
  'OBP-10404':
    '404 Not Found. The server could not find the requested URI. Please double check your URL, headers and body.',
  'OBP-20001': 'User not logged in. Authentication is required!',
  'OBP-20003': 'This DirectLogin token is invalid or expired:',
  'OBP-20005': 'User not found. Please specify a valid value for USER_ID.',
  'OBP-20013': 'The account has been locked, please contact an administrator!',
  'OBP-20017': 'Current user does not have access to the view. Please specify a valid value for VIEW_ID.',
  'OBP-20047':
    'If target viewId is system view,  the current view.can_grant_access_to_views does not contains it. Or' +
    'if target viewId is custom view, the current view.can_grant_access_to_custom_views is false.',
  'OBP-20067': 'Unknown DAuth login error.',
  'OBP-20068': 'Property dauth.host is not defined.',
  'OBP-20069': 'DAuth login can be done only from allowed addresses.',
  'OBP-20071': 'The DAuth JWT is corrupted/changed during a transport.',
  'OBP-20072': 'DAuth Header value should be one single string.',
  'OBP-20080': 'Authorization Header format is not supported at this instance.',
  'OBP-20084': 'The current source view.can_grant_access_to_views does not contains target view.',
  'OBP-20085': 'The current source view.can_grant_access_to_custom_views is false.',
  'OBP-20086': 'The current source view.can_revoke_access_to_views does not contains target view.',
  'OBP-20087': 'The current source view.can_revoke_access_to_custom_views is false.',
  'OBP-20103': 'Invalid DAuth User Provider.',
  'OBP-20208': 'Cannot match the issuer and JWKS URI at this server instance.',
  'OBP-30001': 'Bank not found. Please specify a valid value for BANK_ID.',
  'OBP-30005': 'View not found for Account. Please specify a valid value for VIEW_ID',
  'OBP-30018': 'Bank Account not found. Please specify valid values for BANK_ID and ACCOUNT_ID.',
  'OBP-30063': 'Cannot grant account access.',
  'OBP-30064': 'Cannot revoke account access.',
  'OBP-30065': 'Cannot find account access.',
  'OBP-30205': 'This entitlement is a Bank Role. Please set bank_id to a valid bank id.',
  'OBP-30206': 'This entitlement is a System Role. Please set bank_id to empty string.',
  'OBP-30216': 'Entitlement already exists for the user.',
  'OBP-30220': 'Entitlement cannot be granted.',
  'OBP-30252': 'System view not found. Please specify a valid value for VIEW_ID',
  'OBP-50000': 'Unknown Error.',
} as const;

/** The code of one error. */
export type ObpCode = keyof typeof MESSAGES;

/** A code, its text, and what it is about. */
export function obpMessage(code: ObpCode, detail = ''): string {
  const text = MESSAGES[code];
  if (detail === '') return `${code}: ${text}`;
  return `${code}: ${text}${/[.:]$/.test(text) ? '' : '.'} ${detail}`;
}

/** A request that ends with `{"code": …, "message": "OBP-…"}`. */
export class ObpError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    code: ObpCode,
    detail = '',
    /** What lies behind the error; OBP appends it after an arrow. */
    behind?: ObpCode,
  ) {
    super(obpMessage(code, detail) + (behind === undefined ? '' : ` <- ${obpMessage(behind)}`));
  }
}

/** The versions whose endpoints this sandbox has. */
export type ObpVersion = 'v2.0.0' | 'v3.0.0' | 'v4.0.0' | 'v5.1.0';

/** A login that failed: version 2.0.0 answers 400 with the reason, later ones 401 with the reason at the end. */
export function loginError(version: ObpVersion, reason: ObpCode): ObpError {
  if (reason === 'OBP-20001') return new ObpError(401, reason);
  if (version === 'v2.0.0') return new ObpError(400, reason);
  return new ObpError(401, 'OBP-20001', '', reason);
}

/**
 * One error of the Open Bank Project API. Where its documents state no HTTP status, `status` is the one its server answers with.
 */
export interface ObpError {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Another status that older versions answer with: 400 up to version 2.0.0 for sign-in, as for most things. */
  readonly otherStatus?: number;
  readonly meaning: string;
  readonly remedy: string;
}

const error = (
  code: string,
  status: number,
  meaning: string,
  remedy: string,
  otherStatus?: number,
): ObpError => ({
  code,
  status,
  meaning,
  remedy,
  ...(otherStatus === undefined ? {} : { otherStatus }),
});

/** The errors that DAuth, account access and entitlement calls answer with, by number. */
export const OBP_ERRORS: readonly ObpError[] = [
  error(
    'OBP-00005',
    400,
    'The server does not allow public views.',
    'Choose a view that is not public, or set allow_public_views=true.',
  ),
  error(
    'OBP-10001',
    400,
    'The body is not the JSON that this version expects.',
    'Create in 5.1.0 takes username, provider and view_id, Grant and Revoke user_id and view_id; in 4.0.0 views (Create) and view (Grant, Revoke) stand in their place. Names are case sensitive.',
  ),
  error(
    'OBP-10007',
    400,
    'There is no such role.',
    'Take a name from the list in the message, letter for letter.',
  ),
  error(
    'OBP-10404',
    404,
    'The server has no such call.',
    'Check version, path and method, and that Content-Type is application/json.',
  ),
  error(
    'OBP-20001',
    401,
    'The caller is not signed in: the server saw no way to sign in at all.',
    'Check that the header is called DAuth in this letter case and that allow_dauth is true.',
  ),
  error(
    'OBP-20003',
    401,
    'The DirectLogin token is invalid or expired.',
    'Leave the DirectLogin header out: it wins over DAuth.',
    400,
  ),
  error(
    'OBP-20005',
    404,
    'There is no user with this USER_ID.',
    'Ask for the user first; the id is the server’s own, not the username.',
    400,
  ),
  error(
    'OBP-20013',
    401,
    'The account of the caller is locked.',
    'Ask the administrator of the server to unlock it.',
    400,
  ),
  error(
    'OBP-20017',
    403,
    'The caller does not have access to the view in the path.',
    'Use a view that the caller has, or have access granted.',
  ),
  error(
    'OBP-20047',
    403,
    'None of the caller’s views may grant or revoke the view in the body (version 4.0.0).',
    'Use a caller whose view lists the target in can_grant_access_to_views.',
    400,
  ),
  error(
    'OBP-20065',
    401,
    'The server could not get or create the user of the token.',
    'Check smart_contract_address and network_name, and the server’s log.',
    400,
  ),
  error(
    'OBP-20066',
    401,
    'Parameters of DAuth are missing. Defined, and never answered.',
    'Check the mandatory claims.',
    400,
  ),
  error(
    'OBP-20067',
    401,
    'The sign-in with DAuth failed for an unknown reason.',
    'Look in the server’s log; an algorithm that is not RSA ends here.',
    400,
  ),
  error(
    'OBP-20068',
    401,
    'The server has no dauth.host.',
    'Set dauth.host to the addresses that may call.',
    400,
  ),
  error(
    'OBP-20069',
    401,
    'The caller’s IP address is not in dauth.host.',
    'Add the address that the server sees, which behind a proxy is the proxy’s; the list has no spaces.',
    400,
  ),
  error('OBP-20070', 401, 'There is no usable token. Defined, and never answered.', 'Send a token.', 400),
  error(
    'OBP-20071',
    401,
    'The signature is wrong, or a mandatory claim is missing or not a string.',
    'Check jwt.public_key_rsa, the key of the signature, and the claims smart_contract_address, network_name and consumer_key.',
    400,
  ),
  error(
    'OBP-20072',
    401,
    'The DAuth header is there more than once, or is not a single value.',
    'Send it once, with the token alone.',
    400,
  ),
  error(
    'OBP-20080',
    401,
    'The Authorization header has a form that this server does not take.',
    'Leave Authorization out: it wins over DAuth.',
    400,
  ),
  error(
    'OBP-20084',
    403,
    'The view in the path may not grant access to the system view in the body.',
    'Use a source view whose can_grant_access_to_views lists the target.',
  ),
  error(
    'OBP-20085',
    403,
    'The view in the path may not grant access to custom views.',
    'Use a source view whose can_grant_access_to_custom_views is true.',
  ),
  error(
    'OBP-20086',
    403,
    'The view in the path may not revoke access to the system view in the body.',
    'Use a source view whose can_revoke_access_to_views lists the target.',
  ),
  error(
    'OBP-20087',
    403,
    'The view in the path may not revoke access to custom views.',
    'Use a source view whose can_revoke_access_to_custom_views is true.',
  ),
  error(
    'OBP-20103',
    400,
    'The provider in the body is not one of DAuth.',
    'Send a provider that begins with dauth., such as dauth.ETHEREUM.',
  ),
  error(
    'OBP-20208',
    401,
    'No issuer of the server matches the Bearer token.',
    'Leave Authorization out: it wins over DAuth.',
    400,
  ),
  error('OBP-30001', 404, 'There is no bank with this BANK_ID.', 'Check the BANK_ID in the path.', 400),
  error(
    'OBP-30005',
    404,
    'The account has no such custom view.',
    'Check view_id in the body (VIEW_ID in the path is the caller’s own view, which answers OBP-20017); custom views begin with “_”.',
    400,
  ),
  error(
    'OBP-30018',
    404,
    'There is no such account at this bank.',
    'Check BANK_ID and ACCOUNT_ID in the path.',
    400,
  ),
  error('OBP-30063', 400, 'The access could not be granted.', 'Try again; look in the server’s log.'),
  error('OBP-30064', 400, 'The access could not be revoked.', 'Try again; look in the server’s log.'),
  error(
    'OBP-30065',
    400,
    'There is no such access that could be revoked.',
    'Ask which accesses the user has.',
  ),
  error(
    'OBP-30205',
    400,
    'The role belongs to one bank, and bank_id is empty.',
    'Send the bank’s id beside the role.',
  ),
  error(
    'OBP-30206',
    400,
    'The role belongs to the whole system, and bank_id names a bank.',
    'Send bank_id as an empty string.',
  ),
  error('OBP-30216', 400, 'The user has this role already.', 'Leave it out of roles.'),
  error(
    'OBP-30220',
    400,
    'The caller may not give a role that the caller does not have.',
    'Call as somebody who has the role, or who has CanCreateEntitlementAtAnyBank.',
  ),
  error(
    'OBP-30252',
    404,
    'There is no such system view.',
    'Check view_id in the body, such as owner or auditor; without “_” at its beginning it is looked for among the system views.',
    400,
  ),
  error('OBP-50000', 500, 'The server failed for an unknown reason.', 'Look in the server’s log.'),
];

/** The error that an answer of the server names, as in `{"code":401,"message":"OBP-20001: …"}`, or undefined. */
export function findObpError(text: string): ObpError | undefined {
  const code = /OBP-\d{5}/.exec(text)?.[0];
  return OBP_ERRORS.find((entry) => entry.code === code);
}

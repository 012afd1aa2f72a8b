import { ACCOUNT_ID, BANK_ID, isSystem, PROVIDER, targetView, USER_ID, USERNAME } from './obp-fields.ts';
import { OBP_VIEW_FLAGS } from './obp-view-flags.ts';
import type { StepRequest, StepSpec } from './step-types.ts';

const post = (path: string): StepRequest => ({
  method: 'POST',
  url: `{api}/obp/v4.0.0/banks/{BANK_ID}/accounts/{ACCOUNT_ID}/${path}`,
  encoding: 'json',
  dauth: true,
});

const NO_SOURCE = 'The path names no source view: all views that you have count together.';

/** The twins of the account access calls at version 4.0.0, whose bodies the document shows for 5.1.0. */
export const OBP_V4_STEPS: readonly StepSpec[] = [
  {
    id: 'create-user-access-v4',
    name: 'Create (DAuth) User with Account Access, v4.0.0',
    summary: 'The same at version 4.0.0, for several views at once.',
    source: 'Open Bank Project API v4.0.0, createUserWithAccountAccess',
    kind: 'call',
    request: post('user-account-access'),
    fields: [
      BANK_ID,
      ACCOUNT_ID,
      USERNAME,
      PROVIDER,
      targetView('views.0.view_id'),
      isSystem('views.0.is_system'),
    ],
    gives: [{ name: 'granted_view', path: '0.id' }],
    notes: [
      'This is the body that the document shows, is_system included, under the path of version 5.1.0.',
      'The answer is a list of views.',
      NO_SOURCE,
    ],
    flags: OBP_VIEW_FLAGS,
    optional: true,
  },
  {
    id: 'grant-access-v4',
    name: 'Grant User access to View, v4.0.0',
    summary: 'The same at version 4.0.0.',
    source: 'Open Bank Project API v4.0.0, grantUserAccessToView',
    kind: 'call',
    request: post('account-access/grant'),
    fields: [BANK_ID, ACCOUNT_ID, USER_ID, targetView('view.view_id'), isSystem('view.is_system')],
    gives: [{ name: 'granted_view', path: 'id' }],
    notes: [NO_SOURCE],
    flags: OBP_VIEW_FLAGS,
    optional: true,
  },
  {
    id: 'revoke-access-v4',
    name: 'Revoke User access to View, v4.0.0',
    summary: 'The same at version 4.0.0.',
    source: 'Open Bank Project API v4.0.0, revokeUserAccessToView',
    kind: 'call',
    request: post('account-access/revoke'),
    fields: [BANK_ID, ACCOUNT_ID, USER_ID, targetView('view.view_id'), isSystem('view.is_system')],
    gives: [{ name: 'revoked', path: 'revoked' }],
    confirm: 'The user loses this view of the account at once.',
    notes: [NO_SOURCE],
    optional: true,
  },
  {
    id: 'create-user-roles',
    name: 'Create (DAuth) User with Roles',
    summary: 'Creates the user of a smart contract, if it is new, and gives it roles (entitlements).',
    source: 'Open Bank Project API v4.0.0, createUserWithRoles',
    kind: 'call',
    request: { method: 'POST', url: '{api}/obp/v4.0.0/user-entitlements', encoding: 'json', dauth: true },
    fields: [
      USERNAME,
      PROVIDER,
      {
        name: 'roles',
        in: 'json',
        required: true,
        description: 'The roles, each with the bank at which it counts.',
        constraint:
          'A JSON array of {"bank_id", "role_name"}. bank_id is a bank’s id for a bank role, "" for a system role.',
        source: 'Open Bank Project API v4.0.0, createUserWithRoles',
        type: 'json',
        default: '[{"bank_id":"gh.29.uk","role_name":"CanCreateAccount"}]',
        checks: [{ kind: 'json', type: 'array' }],
        notes: [
          'CanCreateAccount and CanCreateCustomer belong to a bank, CanGetAnyUser and CanCreateBank to the whole system.',
        ],
      },
    ],
    gives: [{ name: 'user_id', path: 'list.0.user_id' }],
    notes: [
      'You can give roles that you have yourself; any role when you have CanCreateEntitlementAtAnyBank.',
      'The answer carries user_id, which Grant and Revoke want.',
    ],
    optional: true,
  },
];

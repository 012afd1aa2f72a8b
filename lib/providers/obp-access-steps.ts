import {
  ACCESS,
  ACCOUNT_ID,
  BANK_ID,
  PROVIDER,
  targetView,
  USER_ID,
  USERNAME,
  VIEW_ID,
} from './obp-fields.ts';
import { OBP_VIEW_FLAGS } from './obp-view-flags.ts';
import type { StepRequest, StepSpec } from './step-types.ts';

const PATH = '{api}/obp/v5.1.0/banks/{BANK_ID}/accounts/{ACCOUNT_ID}/views/{VIEW_ID}';

const post = (path: string): StepRequest => ({
  method: 'POST',
  url: `${PATH}/${path}`,
  encoding: 'json',
  dauth: true,
});

const VIEW_NOTES = [
  'The document shows the answer as a list in square brackets. Version 5.1.0 answers one view; the list is that of version 4.0.0.',
  'The list of answer fields shows false or nothing, the JSON below it true throughout, and the list leaves out many flags. All of them are in the checklist.',
] as const;

/** Account access at version 5.1.0: the path names the source view, the body the target. */
export const OBP_ACCESS_STEPS: readonly StepSpec[] = [
  {
    id: 'create-user-access',
    name: 'Create (DAuth) User with Account Access',
    summary: 'Creates the user of a smart contract, if it is new, and gives it a view of the account.',
    source: `${ACCESS}: Create (DAuth) User with Account Access, v5.1.0`,
    kind: 'call',
    request: post('user-account-access'),
    fields: [BANK_ID, ACCOUNT_ID, VIEW_ID, USERNAME, PROVIDER, targetView('view_id')],
    gives: [
      { name: 'granted_view', path: 'id' },
      { name: 'view_name', path: 'short_name' },
    ],
    notes: [
      'The body trap: the documented example, with is_system or views, is the body of version 4.0.0. This path takes username, provider and view_id, nothing else counts; a body of the other version gets OBP-10001.',
      ...VIEW_NOTES,
      'You must be an account holder: your source view needs can_grant_access_to_views with the target, or can_grant_access_to_custom_views. No role is needed.',
    ],
    flags: OBP_VIEW_FLAGS,
  },
  {
    id: 'grant-access',
    name: 'Grant User access to View',
    summary: 'Gives a known user a view of the account.',
    source: `${ACCESS}: Grant User access to View, v5.1.0`,
    kind: 'call',
    request: post('account-access/grant'),
    fields: [BANK_ID, ACCOUNT_ID, VIEW_ID, USER_ID, targetView('view_id')],
    gives: [{ name: 'granted_view', path: 'id' }],
    notes: [
      'The body trap: version 5.1.0 takes {user_id, view_id}, version 4.0.0 {user_id, view: {view_id, is_system}}. The other one’s body gets OBP-10001.',
      ...VIEW_NOTES,
      'You must be an account holder.',
    ],
    flags: OBP_VIEW_FLAGS,
  },
  {
    id: 'revoke-access',
    name: 'Revoke User access to View',
    summary: 'Takes a view of the account from a user.',
    source: `${ACCESS}: Revoke User access to View, v5.1.0`,
    kind: 'call',
    request: post('account-access/revoke'),
    fields: [BANK_ID, ACCOUNT_ID, VIEW_ID, USER_ID, targetView('view_id')],
    gives: [{ name: 'revoked', path: 'revoked' }],
    confirm: 'The user loses this view of the account at once.',
    notes: [
      'Create and Grant say that you must be an account holder; Revoke does not say so. Your source view must be allowed to revoke the target all the same (OBP-20086, OBP-20087).',
      'The answer is 201 with {"revoked": true}.',
      'The body trap holds here too: {user_id, view_id}.',
    ],
  },
];

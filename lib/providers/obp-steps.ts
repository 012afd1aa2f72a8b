import { OBP_ACCESS_STEPS } from './obp-access-steps.ts';
import { INTRODUCTION } from './obp-fields.ts';
import { OBP_V4_STEPS } from './obp-v4-steps.ts';
import type { StepSpec } from './step-types.ts';

/** The calls of the Open Bank Project that its document on account access describes. */
export const OBP_STEPS: readonly StepSpec[] = [
  {
    id: 'users-current',
    name: 'Current user',
    summary: 'Asks who you are: the user that OBP made of smart_contract_address and network_name.',
    source: `${INTRODUCTION}, step 3`,
    kind: 'call',
    request: { method: 'GET', url: '{api}/obp/v3.0.0/users/current', encoding: 'none', dauth: true },
    fields: [],
    gives: [
      { name: 'current_user_id', path: 'user_id' },
      { name: 'provider', path: 'provider' },
      { name: 'current_username', path: 'username' },
    ],
    notes: [
      'The header is DAuth: <token>, without a scheme word. The sample’s Host: localhost:8080 and Accept: / are mistakes of the document.',
      'The sample answer shows provider ETHEREUM; today’s servers answer dauth.ETHEREUM.',
      'This call needs nothing else, so it is the first to try.',
    ],
  },
  ...OBP_ACCESS_STEPS,
  ...OBP_V4_STEPS,
];

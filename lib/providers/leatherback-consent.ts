import { CONSENT, LEATHERBACK_API_ERRORS } from './leatherback-sources.ts';
import { bearer } from './step-fields.ts';
import type { StepField, StepSpec } from './step-types.ts';

const PERMISSIONS = [
  { value: 'ReadAccountsBasic', says: 'Account identifiers and types. In the permissions table.' },
  { value: 'ReadAccountsDetail', says: 'Account details, such as numbers. In the permissions table.' },
  {
    value: 'ReadBeneficiariesBasic',
    says: 'Names of saved payees. In the sample request, missing from the table.',
  },
  {
    value: 'ReadBeneficiariesDetail',
    says: 'Details of saved payees. In the sample request, missing from the table.',
  },
] as const;

type Time = Pick<StepField, 'name' | 'description' | 'constraint' | 'checks' | 'generate'> &
  Partial<StepField>;

const time = ({ checks, ...field }: Time): StepField => ({
  in: 'json',
  required: true,
  source: CONSENT,
  type: 'date-time',
  ...field,
  checks: [{ kind: 'date-time' }, ...checks],
});

/** The call that creates what the customer is asked to agree to. */
export const LEATHERBACK_CONSENT: StepSpec = {
  id: 'consent',
  name: 'Consent',
  summary: 'Says what you want to read and until when, and gives the ConsentId for the request object.',
  source: CONSENT,
  kind: 'call',
  request: { method: 'POST', url: '{api}/account-access-consents', encoding: 'json' },
  fields: [
    bearer({
      from: ['client_access_token'],
      description: 'The client token.',
      source: CONSENT,
      notes: ['Its own exp is five minutes after its iat, whatever expires_in said.'],
    }),
    {
      name: 'Data.Permissions',
      in: 'json',
      required: true,
      description: 'What you ask to read.',
      constraint: 'At least one of the permissions.',
      source: CONSENT,
      type: 'list',
      default: 'ReadAccountsBasic ReadAccountsDetail',
      choices: PERMISSIONS,
      open: true,
      checks: [{ kind: 'scope-known', values: PERMISSIONS.map(({ value }) => value) }],
      notes: [
        'The permissions table knows the two account permissions; the sample request asks for beneficiaries as well. Ask for what the table knows unless Leatherback told you more.',
      ],
    },
    time({
      name: 'Data.ExpirationDateTime',
      description: 'When the consent ends.',
      constraint: 'ISO 8601 in UTC, such as 2030-06-30T08:38:43.527Z, in the future.',
      generate: 'in-90-days',
      checks: [{ kind: 'date-in-future' }],
      notes: [
        'The sample consent had expired the day before it was created: 2024-06-30 against 2024-07-01.',
        'Requests have three digits after the second, answers seven (2024-07-01T17:46:17.6950484Z). Both are read.',
      ],
    }),
    time({
      name: 'Data.TransactionFromDateTime',
      description: 'The first moment of the transactions.',
      constraint: 'ISO 8601 in UTC.',
      generate: 'a-year-ago',
      checks: [],
    }),
    time({
      name: 'Data.TransactionToDateTime',
      description: 'The last moment of the transactions.',
      constraint: 'ISO 8601 in UTC, after TransactionFromDateTime.',
      generate: 'now',
      checks: [{ kind: 'date-after', field: 'Data.TransactionFromDateTime' }],
      notes: ['In the sample it is the same moment as ExpirationDateTime; nothing asks for that.'],
    }),
    {
      name: 'Risk',
      in: 'json',
      required: true,
      description: 'Nothing for account access; it must be there all the same.',
      constraint: 'A JSON object; {} in the sample.',
      source: CONSENT,
      type: 'json',
      default: '{}',
      checks: [{ kind: 'json', type: 'object' }],
    },
  ],
  gives: [
    { name: 'ConsentId', path: 'Data.ConsentId' },
    { name: 'Status', path: 'Data.Status' },
  ],
  notes: [
    'In the sample answer Links.Self is not the consent: it is a page on app-leatherbackwebsite-stg.azurewebsites.net with another consentId (b23b4a2f…) and an unencoded callbackUrl inside. Take Data.ConsentId.',
    'Status is AwaitingAuthorisation until the customer has decided.',
  ],
  errors: LEATHERBACK_API_ERRORS,
};

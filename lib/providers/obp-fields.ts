import type { StepField } from './step-types.ts';

/** The document on DAuth and account access, as the data names it. */
export const ACCESS = 'Open Bank Project, Account Access';
export const INTRODUCTION = `${ACCESS}: DAuth Introduction, Setup and Usage`;

type Own = Pick<StepField, 'name' | 'description' | 'constraint' | 'source' | 'checks'> & Partial<StepField>;

const field = (own: Own): StepField => ({ in: 'json', required: true, type: 'text', ...own });

/** BANK_ID, ACCOUNT_ID and, where the path has one, the source view. */
export const BANK_ID = field({
  name: 'BANK_ID',
  in: 'path',
  description: 'The bank.',
  constraint: 'An id of a bank on this server.',
  source: `${ACCESS}: URL Parameters`,
  from: ['BANK_ID'],
  default: 'gh.29.uk',
  checks: [],
});

export const ACCOUNT_ID = field({
  name: 'ACCOUNT_ID',
  in: 'path',
  description: 'The account.',
  constraint: 'An id of an account at this bank; a UUID in the sample.',
  source: `${ACCESS}: URL Parameters`,
  from: ['ACCOUNT_ID'],
  default: '8ca8a7e4-6d02-40e3-a129-0b2bf89de9f0',
  checks: [],
});

export const VIEW_ID = field({
  name: 'VIEW_ID',
  in: 'path',
  description: 'The source view: the one through which you act.',
  constraint: 'A view that you have, and that may grant or revoke the target view; usually owner.',
  source: `${ACCESS}: URL Parameters`,
  from: ['VIEW_ID'],
  default: 'owner',
  checks: [],
  notes: [
    'VIEW_ID in the path is your own view, view_id in the body the one that is given or taken. The sample has owner for both.',
  ],
});

const VIEWS = [
  { value: 'auditor', says: 'Reads everything, changes nothing.' },
  { value: 'accountant', says: 'Reads and comments.' },
  { value: 'standard', says: 'What an owner of the account sees.' },
  { value: 'owner', says: 'Everything, the power to grant included. The sample’s choice.' },
] as const;

/** A target view under its path in the body. */
export const targetView = (name: string): StepField =>
  field({
    name,
    description: 'The target view: the one that is given or taken.',
    constraint: 'A system view such as auditor, or a custom view, whose id begins with _.',
    source: `${ACCESS}: JSON request body fields`,
    from: ['view_id'],
    default: 'auditor',
    choices: VIEWS,
    open: true,
    checks: [{ kind: 'pattern', pattern: '^[^\\s/]+$', says: 'must not contain spaces or slashes' }],
  });

/** Whether the target is a system view, which version 4.0.0 asks and version 5.1.0 does not. */
export const isSystem = (name: string): StepField =>
  field({
    name,
    description: 'Whether the target is a system view.',
    constraint: 'true for system views, false for custom views, whose ids begin with _.',
    source: `${ACCESS}: JSON request body fields`,
    type: 'boolean',
    default: 'true',
    choices: [{ value: 'true' }, { value: 'false' }],
    checks: [{ kind: 'one-of', values: ['true', 'false'] }],
  });

export const USER_ID = field({
  name: 'user_id',
  description: 'The user who is given or loses access.',
  constraint: 'The server’s own id of the user, a UUID; not the username.',
  source: `${ACCESS}: JSON request body fields`,
  from: ['user_id', 'current_user_id'],
  checks: [{ kind: 'uuid' }],
});

export const USERNAME = field({
  name: 'username',
  description: 'The user, whom OBP creates when it does not know them: the smart contract’s address.',
  constraint: 'As in smart_contract_address of the DAuth tokens that this contract sends.',
  source: `${ACCESS}: Create (DAuth) User with Account Access`,
  from: ['username'],
  checks: [],
  notes: ['The address of the sample has 42 hexadecimal digits after 0x; an Ethereum address has 40.'],
});

export const PROVIDER = field({
  name: 'provider',
  description: 'Who vouches for the user: the network.',
  constraint: 'dauth. and the network_name of the token, such as dauth.AIRNODE.TESTNET.ETHEREUM.',
  source: `${ACCESS}: Create (DAuth) User with Account Access`,
  from: ['provider'],
  default: 'dauth.AIRNODE.TESTNET.ETHEREUM',
  checks: [{ kind: 'starts-with', text: 'dauth.' }],
  notes: [
    'The text says: for provider use “dauth”. The sample field and the sample answer say ETHEREUM. The server refuses both (OBP-20103): it wants dauth. and the network, which is also what it makes of a token’s network_name.',
  ],
});

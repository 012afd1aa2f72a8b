import { FINAPI_REQUEST_ID, FINAPI_STEP_ERRORS, GETTING_STARTED } from './finapi-fields.ts';
import type { StepSpec } from './step-types.ts';

const CREATE = `${GETTING_STARTED}: Use Case 1, Step 1`;
const EXCHANGE = `${GETTING_STARTED}: Use Case 1, Step 2`;

/** The Process Controller: a user for one result, managed by finAPI. */
export const FINAPI_PROCESS_STEPS: readonly StepSpec[] = [
  {
    id: 'create-process',
    name: 'Create process',
    summary: 'Starts a process for a one-time result; finAPI makes and manages its user.',
    source: CREATE,
    kind: 'call',
    request: { method: 'POST', url: '{process}/api/v1/processes', encoding: 'json' },
    fields: [
      FINAPI_REQUEST_ID,
      {
        name: 'clientId',
        in: 'json',
        required: true,
        description: 'The client_id that finAPI gave you.',
        constraint: 'Exactly as finAPI gave it; a UUID in the sample.',
        source: CREATE,
        type: 'text',
        from: ['client_id'],
        checks: [],
      },
      {
        name: 'clientSecret',
        in: 'json',
        required: true,
        description: 'The client_secret beside it.',
        constraint: 'In the JSON body.',
        source: CREATE,
        type: 'text',
        from: ['client_secret'],
        secret: true,
        checks: [],
        notes: [
          'The Process Controller takes the credentials in the JSON body, in camel case; no HTTP Basic, no form. Access wants them as client_id and client_secret in a form.',
        ],
      },
      {
        name: 'clientReferences.0.clientReference',
        in: 'json',
        required: true,
        description: 'Your own reference for the process, such as an order number.',
        constraint: 'Not empty. clientReferences is a list: one process is made for each of its members.',
        source: CREATE,
        type: 'text',
        default: 'order-1',
        checks: [],
      },
      {
        name: 'processId',
        in: 'json',
        required: true,
        description: 'What kind of process.',
        constraint: 'USER_ONLY.',
        source: CREATE,
        type: 'text',
        default: 'USER_ONLY',
        choices: [{ value: 'USER_ONLY', says: 'Makes a user and nothing else.' }],
        open: true,
        checks: [{ kind: 'one-of', values: ['USER_ONLY'] }],
      },
    ],
    gives: [
      { name: 'processToken', path: 'processes.0.processToken', secret: true },
      { name: 'clientReference', path: 'processes.0.clientReference' },
    ],
    notes: [
      'The answer calls it processToken, the next call process-token.',
      'A process token ends after some days (agreed with finAPI; three in the sandbox) or after ten exchanges.',
      'Where the document says “multi-blanking” it means multi-banking, and the stray “Â” at its end is an encoding fault of the page.',
    ],
    errors: FINAPI_STEP_ERRORS,
  },
  {
    id: 'process-token',
    name: 'Process token exchange',
    summary: 'Gets the access token of the process’s user.',
    source: EXCHANGE,
    kind: 'call',
    request: { method: 'GET', url: '{process}/api/v1/processes/{process-token}', encoding: 'none' },
    fields: [
      FINAPI_REQUEST_ID,
      {
        name: 'process-token',
        in: 'path',
        required: true,
        description: 'The processToken of Create process.',
        constraint: 'A UUID.',
        source: EXCHANGE,
        type: 'text',
        from: ['processToken'],
        secret: true,
        checks: [{ kind: 'uuid' }],
        notes: ['It is a secret that stands in the address: keep it out of logs.'],
      },
      {
        name: 'invalidate',
        in: 'query',
        required: false,
        description: 'Whether the process token ends with this call.',
        constraint: 'true or false; false only when the process may be resumed later.',
        source: EXCHANGE,
        type: 'boolean',
        default: 'true',
        choices: [
          { value: 'true', says: 'The process token works this once.' },
          { value: 'false', says: 'It may be exchanged again, ten times in all.' },
        ],
        checks: [{ kind: 'one-of', values: ['true', 'false'] }],
        notes: [
          'This is a GET that changes something: a prefetch, a retry or a proxy that repeats it spends the token (RFC 9110 section 9.2.1 asks GET to be safe).',
        ],
      },
    ],
    gives: [{ name: 'user_access_token', path: 'accessToken', secret: true }],
    notes: [
      'The answer calls it accessToken; Access calls it access_token. It is the same kind of token and is used as Bearer.',
      'The answer has neither a lifetime nor a refresh token.',
    ],
    errors: FINAPI_STEP_ERRORS,
  },
];

import { FINAPI_REQUEST_ID, FINAPI_STEP_ERRORS, GETTING_STARTED } from './finapi-fields.ts';
import { bearer } from './step-fields.ts';
import type { StepField, StepSpec } from './step-types.ts';

const CREATE = `${GETTING_STARTED}: Use Case 2, Step 2; finAPI Access, UserCreateParams`;
const DELETE = `${GETTING_STARTED}: Post Step; finAPI Access, Users API`;

type Own = Pick<StepField, 'name' | 'description' | 'constraint' | 'checks'> & Partial<StepField>;

/** A field of the new user; finAPI fills in what is left out. */
const own = (field: Own): StepField => ({
  in: 'json',
  required: false,
  source: CREATE,
  type: 'text',
  ...field,
});

/** The call that makes a user of Access. */
export const FINAPI_CREATE_USER: StepSpec = {
  id: 'create-user',
  name: 'Create user',
  summary: 'Makes a user of your application, for continuous use.',
  source: CREATE,
  kind: 'call',
  request: { method: 'POST', url: '{access}/api/v2/users', encoding: 'json' },
  fields: [
    FINAPI_REQUEST_ID,
    bearer({ from: ['client_access_token'], description: 'The client’s token.', source: CREATE }),
    own({
      name: 'id',
      description: 'The user’s id, which becomes username. finAPI makes one when it is empty.',
      constraint: 'At most 36 characters of 0-9, A-Z, a-z and -_.+@; upper and lower case do not matter.',
      checks: [
        { kind: 'max-length', length: 36 },
        {
          kind: 'pattern',
          pattern: '^[0-9A-Za-z\\-_.+@]*$',
          says: 'may contain 0-9, A-Z, a-z and -_.+@ only',
        },
      ],
    }),
    own({
      name: 'password',
      description: 'The user’s password. finAPI makes one when it is empty.',
      constraint: '6 to 128 characters.',
      secret: true,
      checks: [
        { kind: 'pattern', pattern: '^[\\s\\S]{6,}$', says: 'must have at least 6 characters' },
        { kind: 'max-length', length: 128 },
      ],
    }),
    own({
      name: 'email',
      description: 'The user’s e-mail address.',
      constraint: 'At most 320 characters.',
      checks: [{ kind: 'max-length', length: 320 }, { kind: 'email' }],
    }),
    own({
      name: 'phone',
      description: 'The user’s telephone number.',
      constraint: 'At most 50 characters.',
      checks: [{ kind: 'max-length', length: 50 }],
    }),
    own({
      name: 'isAutoUpdateEnabled',
      description: 'Whether finAPI updates the user’s bank connections by itself.',
      constraint: 'true or false; false when left out.',
      type: 'boolean',
      default: 'false',
      choices: [{ value: 'false' }, { value: 'true' }],
      checks: [{ kind: 'one-of', values: ['true', 'false'] }],
    }),
  ],
  gives: [
    { name: 'user_id', path: 'id' },
    { name: 'user_password', path: 'password', secret: true },
  ],
  notes: [
    'The document asks to “pass the following request body” and shows none; nor does it show the answer. The fields here are those of finAPI’s published client libraries.',
    'The answer repeats the password in plain text. It is the only time that a password made by finAPI is shown.',
  ],
  errors: FINAPI_STEP_ERRORS,
};

/** The call that removes the user to whom the token belongs. */
export const FINAPI_DELETE_USER: StepSpec = {
  id: 'delete-user',
  name: 'Delete user',
  summary: 'Deletes the user to whom the token belongs, with all data.',
  source: DELETE,
  kind: 'call',
  request: { method: 'DELETE', url: '{access}/api/v2/users', encoding: 'none' },
  fields: [
    FINAPI_REQUEST_ID,
    bearer({
      from: ['user_access_token'],
      description: 'The user’s own token: whoever it belongs to is deleted.',
      source: DELETE,
    }),
  ],
  gives: [],
  confirm: 'finAPI deletes this user with all bank connections and data. It cannot be undone.',
  notes: [
    'The client’s token gets 403 here.',
    'It is refused while a bank connection of the user is being updated.',
    'Where DELETE is blocked, POST with X-HTTP-Method-Override: DELETE does the same.',
  ],
  errors: FINAPI_STEP_ERRORS,
  optional: true,
};

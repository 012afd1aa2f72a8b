import { DAUTH_HEADER } from '../dauth/header.ts';
import type { ClientAuthentication, StepField, StepSpec } from '../providers/step-types.ts';

/** Under which name the DAuth tab's token is offered. */
export const DAUTH_TOKEN = 'dauth_token';

/** Tells a step's fields apart: one name may stand in two places. */
export function fieldKey({ in: place, name }: Pick<StepField, 'in' | 'name'>): string {
  return `${place} ${name}`;
}

const WITH_SECRET: ReadonlySet<string> = new Set([
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
]);

const CLIENT_ID: StepField = {
  name: 'client_id',
  in: 'client',
  required: true,
  description: 'The identifier that the provider gave your application.',
  constraint: 'Exactly as registered.',
  source: 'RFC 6749 section 2.2',
  type: 'text',
  from: ['client_id'],
  checks: [],
};

const CLIENT_SECRET: StepField = {
  name: 'client_secret',
  in: 'client',
  required: true,
  description: 'The secret that the provider gave your application.',
  constraint: 'Exactly as registered.',
  source: 'RFC 6749 section 2.3.1',
  type: 'text',
  from: ['client_secret'],
  secret: true,
  checks: [],
};

const DAUTH: StepField = {
  name: DAUTH_HEADER,
  in: 'header',
  required: true,
  description: 'The token that says for which smart contract the call is made.',
  constraint: 'The token of the DAuth tab, without a scheme word.',
  source: 'Open Bank Project: DAuth Introduction, Setup and Usage',
  type: 'text',
  from: [DAUTH_TOKEN],
  secret: true,
  checks: [],
};

/**
 * The fields that count with a way of client authentication: client_id and client_secret are there where it needs them,
 * also when the step does not name them, and so is the DAuth header.
 */
export function activeFields(
  { fields, request }: Pick<StepSpec, 'fields' | 'request'>,
  authentication: ClientAuthentication | undefined,
): readonly StepField[] {
  const isDauth = ({ in: place, name }: StepField): boolean => place === 'header' && name === DAUTH_HEADER;
  const own = request?.dauth && !fields.some(isDauth) ? [DAUTH, ...fields] : fields;
  return request?.clientAuthentication && authentication !== undefined
    ? clientFields(own, authentication)
    : own;
}

function clientFields(
  fields: readonly StepField[],
  authentication: ClientAuthentication,
): readonly StepField[] {
  const named = (name: string): boolean =>
    fields.some((field) => field.in === 'client' && field.name === name);
  const added = [CLIENT_ID, CLIENT_SECRET].filter(({ name }) => !named(name));
  return [...fields, ...added]
    .filter(
      (field) => field.in !== 'client' || field.name !== 'client_secret' || WITH_SECRET.has(authentication),
    )
    .map((field) =>
      field.in === 'client' && (field.name === 'client_id' || field.name === 'client_secret')
        ? { ...field, required: true, ...(field.name === 'client_secret' ? { secret: true } : {}) }
        : field,
    );
}

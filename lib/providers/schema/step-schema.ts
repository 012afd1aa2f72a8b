import * as v from 'valibot';
import { PROFILE_LIMITS } from '../profile-limits.ts';
import { StepChecks } from './checks-schema.ts';
import { Id, Name, Names, Notes, Seconds, Text } from './values-schema.ts';

/** What an error code means. */
export const ErrorSchema = v.strictObject({ meaning: Text, remedy: Text, source: Text });

/** Meanings by error code. */
export const ErrorsSchema = v.pipe(v.record(Name, ErrorSchema), v.maxEntries(PROFILE_LIMITS.members));

const Request = v.strictObject({
  method: v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(PROFILE_LIMITS.text)),
  encoding: v.picklist(['none', 'form', 'json']),
  clientAuthentication: v.exactOptional(
    v.pipe(
      v.array(
        v.picklist([
          'client_secret_basic',
          'client_secret_post',
          'client_secret_jwt',
          'private_key_jwt',
          'none',
        ]),
      ),
      v.maxLength(10),
    ),
  ),
  dauth: v.exactOptional(v.boolean()),
});

const Choice = v.strictObject({ value: Text, says: v.exactOptional(Text) });

const Field = v.strictObject({
  name: Name,
  in: v.picklist(['path', 'query', 'header', 'form', 'json', 'client', 'local']),
  required: v.boolean(),
  description: Text,
  constraint: Text,
  source: Text,
  type: v.picklist(['text', 'number', 'boolean', 'list', 'json', 'date-time']),
  prefix: v.exactOptional(Text),
  from: v.exactOptional(Names),
  default: v.exactOptional(Text),
  choices: v.exactOptional(v.pipe(v.array(Choice), v.maxLength(PROFILE_LIMITS.list))),
  open: v.exactOptional(v.boolean()),
  secret: v.exactOptional(v.boolean()),
  generate: v.exactOptional(
    v.picklist([
      'uuid-v4',
      'state',
      'nonce',
      'code-challenge',
      'in-90-days',
      'in-180-days',
      'a-year-ago',
      'now',
    ]),
  ),
  checks: StepChecks,
  notes: v.exactOptional(Notes),
});

const Result = v.strictObject({
  name: Name,
  path: Text,
  sent: v.exactOptional(v.boolean()),
  secret: v.exactOptional(v.boolean()),
  expiresInPath: v.exactOptional(Text),
  lifetime: v.exactOptional(Seconds),
  opens: v.exactOptional(v.boolean()),
});

/** One of a provider's calls. */
export const StepSchema = v.strictObject({
  id: Id,
  name: Name,
  summary: Text,
  source: Text,
  kind: v.picklist(['call', 'authorize', 'callback', 'sign']),
  request: v.exactOptional(Request),
  fields: v.pipe(v.array(Field), v.maxLength(PROFILE_LIMITS.fields)),
  gives: v.pipe(v.array(Result), v.maxLength(PROFILE_LIMITS.fields)),
  confirm: v.exactOptional(Text),
  notes: Notes,
  errors: v.exactOptional(ErrorsSchema),
  optional: v.exactOptional(v.boolean()),
  flags: v.exactOptional(v.pipe(v.array(Choice), v.maxLength(PROFILE_LIMITS.list))),
});

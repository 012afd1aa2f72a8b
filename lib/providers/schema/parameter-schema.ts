import * as v from 'valibot';
import { ParameterChecks } from './checks-schema.ts';
import { Name, Names, Notes, Text } from './values-schema.ts';

const Place = v.variant('in', [
  v.strictObject({ in: v.literal('query') }),
  v.strictObject({
    in: v.literal('request object'),
    path: v.pipe(v.array(Name), v.minLength(1), v.maxLength(10)),
  }),
]);

/** A parameter of the authorize request. */
export const ParameterSchema = v.strictObject({
  name: Name,
  group: v.picklist(['identity', 'consent', 'security', 'extras']),
  required: v.boolean(),
  description: Text,
  constraint: Text,
  source: Text,
  place: Place,
  default: v.exactOptional(Text),
  generate: v.exactOptional(v.picklist(['state', 'nonce', 'uuid-v4', 'code-challenge'])),
  choices: v.exactOptional(Names),
  open: v.exactOptional(v.boolean()),
  list: v.exactOptional(v.boolean()),
  checks: ParameterChecks,
  notes: v.exactOptional(Notes),
});

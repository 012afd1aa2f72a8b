import * as v from 'valibot';
import { ParameterSchema } from './parameter-schema.ts';
import { Flag, listOf, shape, Text } from './value-schemas.ts';

/** What a client sent to a logout endpoint (OpenID Connect RP-Initiated Logout 1.0 section 2). */
export const LogoutRequestSchema = shape({
  url: Text,
  method: Text,
  parameters: listOf(ParameterSchema),
  /** Where the person shall come back to, by whatever name it was sent. */
  returnUri: v.exactOptional(shape({ name: Text, value: Text })),
  clientId: v.exactOptional(Text),
  state: v.exactOptional(Text),
  /** True when an id_token says who signs out. */
  hint: Flag,
});

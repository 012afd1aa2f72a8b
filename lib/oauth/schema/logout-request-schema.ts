import * as v from 'valibot';
import { SentParameterSchema } from './sent-parameter-schema.ts';
import { Flag, listOf, PlainText, shape } from './value-schemas.ts';

/** What a client sent to a logout endpoint (OpenID Connect RP-Initiated Logout 1.0 section 2). */
export const LogoutRequestSchema = shape({
  url: PlainText,
  method: PlainText,
  parameters: listOf(SentParameterSchema),
  /** Where the person shall come back to, by whatever name it was sent. */
  returnUri: v.exactOptional(shape({ name: PlainText, value: PlainText })),
  clientId: v.exactOptional(PlainText),
  state: v.exactOptional(PlainText),
  /** True when an id_token says who signs out. */
  hint: Flag,
});

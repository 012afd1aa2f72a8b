import type * as v from 'valibot';
import type { StandardName } from '../aliases.ts';
import { byName, oneOf, PlainText, shape } from './value-schemas.ts';

/** A value under its standard name, with the name it came by. */
export const NamedValueSchema = shape({
  /** The name as it was sent (`authorizationCode`). */
  name: PlainText,
  /** Decoded, verbatim. */
  value: PlainText,
  /** Where it stood. */
  source: oneOf(['query', 'fragment', 'form', 'request object', 'response token', 'launch', 'webhook']),
});

type NamedValue = v.InferOutput<typeof NamedValueSchema>;

/** Values under their standard names. Other names are kept too: another version may know them. */
export const NamedValuesSchema: v.GenericSchema<
  Readonly<Record<string, NamedValue>>,
  Readonly<Partial<Record<StandardName, NamedValue>>>
> = byName(NamedValueSchema);

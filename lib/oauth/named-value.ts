import type { InferOutput } from 'valibot';
import { type Aliases, type StandardName, standardName } from './aliases.ts';
import type { Parameter } from './parameters.ts';
import type { NamedValueSchema, NamedValuesSchema } from './schema/named-value-schema.ts';

/** Where a value stood. */
export type ValueSource = NamedValue['source'];

/** A value under its standard name, with the name it came by. */
export type NamedValue = InferOutput<typeof NamedValueSchema>;

export type NamedValues = InferOutput<typeof NamedValuesSchema>;

/** Collects parameters under their standard names. The standard spelling wins over an alias, the first over a repeat. */
export function nameValues(
  parameters: readonly Parameter[],
  source: ValueSource,
  aliases: Aliases,
): NamedValues {
  const values: Partial<Record<StandardName, NamedValue>> = {};
  for (const { name, value } of parameters) {
    const standard = standardName(withoutEntity(name), aliases);
    if (standard === undefined) continue;
    const known = values[standard];
    if (known === undefined || (known.name !== standard && name === standard)) {
      values[standard] = { name, value, source };
    }
  }
  return values;
}

/** A page that writes a URL with `&amp;` where only `&` belongs sends names that begin with the rest of the entity. */
function withoutEntity(name: string): string {
  return name.startsWith('amp;') ? name.slice(4) : name;
}

import type { ClientAuthentication, StepSpec } from '../providers/step-types.ts';
import { activeFields, fieldKey } from './field-key.ts';

/** A field as it was sent; the value of a secret is left out. */
export interface SentField {
  readonly in: string;
  readonly name: string;
  readonly value?: string;
}

/** What of a request may be kept: its fields without the values of secrets. */
export function sentFields(
  step: StepSpec,
  authentication: ClientAuthentication | undefined,
  values: Readonly<Record<string, string>>,
): readonly SentField[] {
  return activeFields(step, authentication).flatMap((field) => {
    const value = values[fieldKey(field)] ?? '';
    if (value === '' || field.in === 'local') return [];
    const { in: place, name, prefix = '', secret } = field;
    return [{ in: place, name, ...(secret ? {} : { value: prefix + value }) }];
  });
}

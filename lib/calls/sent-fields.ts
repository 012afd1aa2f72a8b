import type { ClientAuthentication, StepSpec } from '../providers/step-types.ts';
import { clientPart } from './authenticate-client.ts';
import { activeFields, fieldKey } from './field-key.ts';

/** A field as it was sent; the value of a secret is left out. */
export interface SentField {
  readonly in: string;
  readonly name: string;
  readonly value?: string;
}

/**
 * The fields of a request, with those of its client authentication. The value of a secret is left out, unless `secrets` is
 * true; that of a client assertion, which is signed at the moment of sending, always.
 */
export function sentFields(
  step: StepSpec,
  authentication: ClientAuthentication | undefined,
  values: Readonly<Record<string, string>>,
  secrets = false,
): readonly SentField[] {
  const fields = activeFields(step, authentication);
  const own = fields.flatMap((field): readonly SentField[] => {
    const value = values[fieldKey(field)] ?? '';
    if (value === '' || field.in === 'local') return [];
    const { in: place, name, prefix = '', secret } = field;
    return [{ in: place, name, ...(secret && !secrets ? {} : { value: prefix + value }) }];
  });
  const client = clientPart(step.request?.clientAuthentication ? authentication : undefined, fields, values);
  const header = client.header ? [{ in: 'header', name: client.header.name }] : [];
  const added = client.fields
    .filter(({ field, value }) => value !== '' && !own.some(({ name }) => name === field.name))
    .map(
      ({ field, value }): SentField => ({
        in: field.in,
        name: field.name,
        ...(field.secret ? {} : { value }),
      }),
    );
  return [...own, ...header, ...added];
}

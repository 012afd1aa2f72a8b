import type { InferOutput } from 'valibot';
import { fromFields, type Parameter, parseParameters } from './parameters.ts';
import type { ObservedBodySchema } from './schema/observed-body-schema.ts';

/** Body of a POST as a browser reports it, or what is recorded of it. */
export type ObservedBody = InferOutput<typeof ObservedBodySchema>;

export type BodyFormat = NonNullable<ObservedBody['format']>;

/** Fields of a form body; a text body is read as form-urlencoded when it looks like it. */
export function bodyParameters(body: ObservedBody | undefined): readonly Parameter[] {
  if (!body) return [];
  if (body.kind === 'form') return fromFields(body.fields ?? []);
  return body.text !== undefined && /^[^\s{<=]+=/.test(body.text) ? parseParameters(body.text) : [];
}

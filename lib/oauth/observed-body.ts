import { fromFields, type Parameter, parseParameters } from './parameters.ts';

/** Body of a POST as a browser reports it. */
export interface ObservedBody {
  /** `form`: fields already decoded by the browser, in order. `text`: bytes read as UTF-8. */
  readonly kind: 'form' | 'text';
  /** For `form`, `[name, value]` pairs; repeats are kept, the order across different names is the browser's. */
  readonly fields?: readonly (readonly [string, string])[];
  readonly text?: string;
}

/** Fields of a form body; a text body is read as form-urlencoded when it looks like it. */
export function bodyParameters(body: ObservedBody | undefined): readonly Parameter[] {
  if (!body) return [];
  if (body.kind === 'form') return fromFields(body.fields ?? []);
  return body.text !== undefined && /^[^\s{<=]+=/.test(body.text) ? parseParameters(body.text) : [];
}

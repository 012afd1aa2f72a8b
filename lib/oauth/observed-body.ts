import { fromFields, type Parameter, parseParameters } from './parameters.ts';

/** Body of a POST as a browser reports it, or what is recorded of it. */
export interface ObservedBody {
  /**
   * `form`: fields already decoded by the browser, in order. `text`: bytes read as UTF-8. `names`: the values are not
   * recorded.
   */
  readonly kind: 'form' | 'text' | 'names';
  /** For `form`, `[name, value]` pairs; repeats are kept, the order across different names is the browser's. */
  readonly fields?: readonly (readonly [string, string])[];
  readonly text?: string;
  /** Fields whose values are not recorded; for JSON, the paths of its members. */
  readonly withheld?: readonly { readonly name: string }[];
  /** For `names`, what the body was. */
  readonly format?: BodyFormat;
  /** For `names` of a text or XML, its length in UTF-16 units. */
  readonly size?: number;
}

export type BodyFormat = 'form' | 'multipart' | 'json' | 'xml' | 'text';

/** Fields of a form body; a text body is read as form-urlencoded when it looks like it. */
export function bodyParameters(body: ObservedBody | undefined): readonly Parameter[] {
  if (!body) return [];
  if (body.kind === 'form') return fromFields(body.fields ?? []);
  return body.text !== undefined && /^[^\s{<=]+=/.test(body.text) ? parseParameters(body.text) : [];
}

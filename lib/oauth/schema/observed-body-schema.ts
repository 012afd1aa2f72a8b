import * as v from 'valibot';
import { Finite, listOf, oneOf, PlainText, shape } from './value-schemas.ts';

const Pair = v.pipe(v.tuple([PlainText, PlainText], 'a name and a value'), v.readonly());

/** Members of {@link ObservedBodySchema}. */
export const OBSERVED_BODY = {
  /**
   * `form`: fields already decoded by the browser, in order. `text`: bytes read as UTF-8. `names`: the values are not
   * recorded.
   */
  kind: oneOf(['form', 'text', 'names']),
  /** For `form`, `[name, value]` pairs; repeats are kept, the order across different names is the browser's. */
  fields: v.exactOptional(listOf(Pair)),
  text: v.exactOptional(PlainText),
  /** Fields whose values are not recorded; for JSON, the paths of its members. */
  withheld: v.exactOptional(listOf(shape({ name: PlainText }))),
  /** For `names`, what the body was. */
  format: v.exactOptional(oneOf(['form', 'multipart', 'json', 'xml', 'text'])),
  /** For `names` of a text or XML, its length in UTF-16 units. */
  size: v.exactOptional(Finite),
};

/** Body of a POST as a browser reports it, or what is recorded of it. */
export const ObservedBodySchema = shape(OBSERVED_BODY);

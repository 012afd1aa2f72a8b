import * as v from 'valibot';
import { listOf, oneOf, PlainText, shape } from './value-schemas.ts';

/** What is wrong with a piece of text that came from outside: a code, a sentence, a remedy. */
export const TextProblemSchema = shape({
  code: oneOf([
    'broken-escape',
    'not-utf8',
    'control-character',
    'bidirectional-character',
    'invisible-character',
    'oversize',
  ]),
  message: PlainText,
  remedy: PlainText,
});

/** One parameter exactly as it came, beside its decoded form. */
export const SentParameterSchema = shape({
  /** Decoded name. */
  name: PlainText,
  /** Decoded value; bytes that are no UTF-8 and broken escapes are shown as U+FFFD or as they stand. */
  value: PlainText,
  /** As it stood in the URL or body. Absent where the browser decoded a form before handing it over. */
  rawName: v.exactOptional(PlainText),
  rawValue: v.exactOptional(PlainText),
  problems: listOf(TextProblemSchema),
});

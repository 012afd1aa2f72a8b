import * as v from 'valibot';
import { listOf, oneOf, shape, Text } from './value-schemas.ts';

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
  message: Text,
  remedy: Text,
});

/** One parameter exactly as it came, beside its decoded form. */
export const ParameterSchema = shape({
  /** Decoded name. */
  name: Text,
  /** Decoded value; bytes that are no UTF-8 and broken escapes are shown as U+FFFD or as they stand. */
  value: Text,
  /** As it stood in the URL or body. Absent where the browser decoded a form before handing it over. */
  rawName: v.exactOptional(Text),
  rawValue: v.exactOptional(Text),
  problems: listOf(TextProblemSchema),
});

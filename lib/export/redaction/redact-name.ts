import type { TextTools } from './text-tools.ts';
import { isKnownText } from './vocabulary.ts';

const LONGEST = 60;

/** A name of a parameter, header or member: it stays when its words are known, for a key of an object may be data. */
export function redactName(name: string, { placeholders, names }: TextTools): string {
  return names.has(name) || (name.length <= LONGEST && isKnownText(name))
    ? name
    : placeholders.hide('name', name);
}

import type { MessageSource } from './t.ts';

/** Most values that one message takes ($1 to $9). */
const MOST_VALUES = 9;

/** Between these a number stands for a value; no message holds such characters. */
const [BEGIN, END] = ['\ue000', '\ue001'];

const PLACES = Array.from({ length: MOST_VALUES }, (_, index) => `${BEGIN}${index}${END}`);

/**
 * Asks the browser for each message once, with marks in place of its values: a page asks for hundreds with every change,
 * and each question to the browser costs more than the text.
 */
export function rememberMessages(source: MessageSource): MessageSource {
  const known = new Map<string, readonly string[]>();
  return (name, values) => {
    let parts = known.get(name);
    if (!parts) {
      parts = source(name, PLACES).split(/\ue000(\d)\ue001/);
      known.set(name, parts);
    }
    // Every second part is the number of a value.
    return parts.map((part, at) => (at % 2 === 0 ? part : (values[Number(part)] ?? ''))).join('');
  };
}

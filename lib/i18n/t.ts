type Messages = typeof import('../../public/_locales/en/messages.json');

/** The name of a message in `_locales`. */
export type MessageName = Exclude<keyof Messages, 'default'>;

/** The name of a message that has forms by count: `flowCount` for `flowCount_one` and `flowCount_other`. */
export type CountName = MessageName extends infer Name
  ? Name extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** Gives a message with its values in place, or an empty text for an unknown name, as `i18n.getMessage` does. */
export type MessageSource = (name: string, values: string[]) => string;

let source: MessageSource | undefined;
let plurals: Intl.PluralRules | undefined;

/** Says where messages come from; a page does so before it shows anything. */
export function setMessages(messages: MessageSource): void {
  source = messages;
  plurals = undefined;
}

/**
 * A message in the reader's language, with values in the places ($1 to $9) that it leaves for them. Throws before
 * `setMessages`, so that no module reads a message while it is loaded.
 */
export function t(name: MessageName, ...values: readonly (string | number)[]): string {
  return read(name, values);
}

/** A message that counts, in the form that the language has for that number; the number is its $1. */
export function tCount(name: CountName, count: number, ...values: readonly (string | number)[]): string {
  plurals ??= new Intl.PluralRules(t('locale'));
  const all = [count, ...values];
  return read(`${name}_${plurals.select(count)}`, all) || read(`${name}_other`, all);
}

function read(name: string, values: readonly (string | number)[]): string {
  if (!source) throw new Error(`The message ${name} was read before the messages were known.`);
  return source(name, values.map(String));
}

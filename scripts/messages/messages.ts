/** A message of `_locales`, as browsers read it. */
export interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The messages of one language by their names. */
export type Messages = Readonly<Record<string, Message>>;

/**
 * The places of a message for values, sorted and each once: `$1` to `$9`, also where a placeholder stands for one. A
 * placeholder without content is given as it is written. `$$` is a dollar sign.
 */
export function placesOf({ message, placeholders = {} }: Message): readonly string[] {
  const places = [...message.matchAll(/\$\$|\$([1-9])|\$(\w+)\$/g)].flatMap(([place, number, name]) => {
    if (number !== undefined) return [place];
    return name === undefined ? [] : [placeholders[name.toLowerCase()]?.content ?? place];
  });
  return [...new Set(places)].sort();
}

/** Names that browsers cannot tell apart, since case does not count there. */
export function clashingNames(messages: Messages): readonly string[] {
  const count = new Map<string, number>();
  const names = Object.keys(messages).map((name) => ({ name, folded: name.toLowerCase() }));
  for (const { folded } of names) count.set(folded, (count.get(folded) ?? 0) + 1);
  return names.filter(({ folded }) => count.get(folded) !== 1).map(({ name }) => name);
}

/** Forms for one that have no form for the other numbers. */
export function lonelyForms(messages: Messages): readonly string[] {
  return Object.keys(messages).filter(
    (name) => name.endsWith('_one') && !(name.replace(/one$/, 'other') in messages),
  );
}

/** Messages that no source asks for: by their name in quotes, without `_one` and `_other`, or as `__MSG_name__`. */
export function unusedNames(messages: Messages, sources: readonly string[]): readonly string[] {
  const asked = new Set(sources.flatMap((source) => [...quotedNames(source), ...manifestNames(source)]));
  return Object.keys(messages).filter(
    (name) => !asked.has(name) && !asked.has(name.replace(/_(one|other)$/, '')),
  );
}

/** The messages that a manifest names. */
export function manifestNames(source: string): readonly string[] {
  return [...source.matchAll(/__MSG_(\w+?)__/g)].flatMap(([, name]) => name ?? []);
}

function quotedNames(source: string): readonly string[] {
  return [...source.matchAll(/(['"])(\w+)\1/g)].flatMap(([, , name]) => name ?? []);
}

/** A member of something that came from a file, as whatever it should be; undefined when it is something else. */
export interface Loose {
  object(name: string): Loose;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): readonly Loose[];
  /** The value itself, when it is a text. */
  readonly self: unknown;
}

const MAX_ITEMS = 2_000;

/** Wraps a value so that nothing about it is believed, and nothing throws. */
export function loose(self: unknown): Loose {
  const member = (name: string): unknown =>
    typeof self === 'object' && self !== null && Object.hasOwn(self, name)
      ? (self as Readonly<Record<string, unknown>>)[name]
      : undefined;
  return {
    self,
    object: (name) => loose(member(name)),
    text(name) {
      const value = member(name);
      return typeof value === 'string' ? value : undefined;
    },
    number(name) {
      const value = member(name);
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    },
    list(name) {
      const value = member(name);
      return Array.isArray(value) ? value.slice(0, MAX_ITEMS).map(loose) : [];
    },
  };
}

/** The value of a header in a list of `{name, value}` or `[name, value]`; names in any letter case. */
export function header(headers: readonly Loose[], name: string): string | undefined {
  for (const one of headers) {
    const [first, second] = Array.isArray(one.self) ? one.self : [one.text('name'), one.text('value')];
    if (typeof first === 'string' && typeof second === 'string' && first.toLowerCase() === name)
      return second;
  }
  return undefined;
}

/** Why an entry of a file cannot be used; `path` says where, such as `hops[2].url`. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(path: string, expected: string) {
    super(`${path === '' ? 'it' : path} is not ${expected}`);
  }
}

/** Reads a value that came from outside. Throws a {@link ReadError}. */
export type Reader<T> = (value: unknown, path: string) => T;

/** Longest text that is taken from a file, in UTF-16 units. */
const MAX_TEXT = 4_000_000;

const MAX_ITEMS = 20_000;

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw new ReadError(path, 'a text');
  if (value.length > MAX_TEXT) throw new ReadError(path, `a text of at most ${MAX_TEXT} characters`);
  return value;
};

export const number: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ReadError(path, 'a number');
  return value;
};

/** A moment in milliseconds since the epoch that a date can hold. */
export const moment: Reader<number> = (value, path) => {
  const at = number(value, path);
  if (at < 0 || at > 8.64e15) throw new ReadError(path, 'a date');
  return at;
};

export const truth: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ReadError(path, 'true or false');
  return value;
};

/** One of the texts of a union, each of which must be listed, so that none is forgotten when the union grows. */
export function anyOf<T extends string>(all: Readonly<Record<T, true>>): Reader<T> {
  return (value, path) => {
    if (typeof value === 'string' && Object.hasOwn(all, value)) return value as T;
    throw new ReadError(path, `one of ${Object.keys(all).join(', ')}`);
  };
}

/** A list, each item read alike. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ReadError(path, 'a list');
    if (value.length > MAX_ITEMS) throw new ReadError(path, `a list of at most ${MAX_ITEMS}`);
    return value.map((one, index) => item(one, `${path}[${index}]`));
  };
}

/** `[name, value]` */
export const pair: Reader<readonly [string, string]> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) throw new ReadError(path, 'a name and a value');
  return [text(value[0], `${path}[0]`), text(value[1], `${path}[1]`)];
};

/** A reader for each member; an optional member may be absent, and other members are left out. */
export type Members<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? { readonly optional: Reader<Exclude<T[K], undefined>> }
    : Reader<T[K]>;
};

/** Makes a member optional. */
export function optional<T>(reader: Reader<T>): { readonly optional: Reader<T> } {
  return { optional: reader };
}

/** An object with these members. */
export function object<T extends object>(members: Members<T>): Reader<T> {
  const entries = Object.entries(members) as [
    string,
    Reader<unknown> | { readonly optional: Reader<unknown> },
  ][];
  return (value, path) => {
    const source = plain(value, path);
    const read: [string, unknown][] = [];
    for (const [name, reader] of entries) {
      const member = Object.hasOwn(source, name) ? source[name] : undefined;
      const place = path === '' ? name : `${path}.${name}`;
      if (typeof reader === 'function') read.push([name, reader(member, place)]);
      else if (member !== undefined) read.push([name, reader.optional(member, place)]);
    }
    return Object.fromEntries(read) as T;
  };
}

/** An object whose members are all read alike. */
export function record<T>(item: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, path) => {
    const entries = Object.entries(plain(value, path));
    if (entries.length > MAX_ITEMS) throw new ReadError(path, `an object of at most ${MAX_ITEMS} members`);
    return Object.fromEntries(
      entries
        .filter(([name]) => name !== '__proto__')
        .map(([name, one]) => [name, item(one, `${path}.${name}`)]),
    );
  };
}

function plain(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReadError(path, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

/** A map that forgets its oldest entry beyond `limit`, so that a long-running sandbox stays small. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();

  constructor(readonly limit = 1000) {}

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.limit && oldest.done !== true) this.#entries.delete(oldest.value);
  }

  /** Removes an entry and returns it: what single-use values need. */
  take(key: string): Value | undefined {
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    return value;
  }
}

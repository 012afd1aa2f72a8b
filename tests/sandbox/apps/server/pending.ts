import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { BoundedMap } from '../../bounded-map.ts';

/** What applications keep between a request and its answer, by a cookie. */
export class Pending<T> {
  readonly #kept = new BoundedMap<T>(200);
  readonly #cookie: string;

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  keep(c: Context, value: T): void {
    const id = crypto.randomUUID();
    this.#kept.set(id, value);
    setCookie(c, this.#cookie, id, { httpOnly: true, path: '/app' });
  }

  take(c: Context): T | undefined {
    return this.#kept.take(getCookie(c, this.#cookie) ?? '');
  }
}

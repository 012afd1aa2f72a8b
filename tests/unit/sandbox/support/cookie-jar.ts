/** Cookies of one host. Like in a browser they do not care about ports. */
export class CookieJar {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  /** Takes the `Set-Cookie` headers of an answer. */
  store(headers: readonly string[]): void {
    for (const header of headers) {
      const [pair = '', ...attributes] = header.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      const attribute = (wanted: string): string | undefined =>
        attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const path = attribute('path') ?? '/';
      const expires = attribute('expires');
      const key = `${name} ${path}`;
      if (expires !== undefined && Date.parse(expires) <= Date.now()) this.#cookies.delete(key);
      else this.#cookies.set(key, { value: pair, path });
    }
  }

  /** The `Cookie` header for a path. */
  headerFor(pathname: string): Record<string, string> {
    const matching = [...this.#cookies.values()].filter(
      ({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
    );
    return matching.length === 0 ? {} : { cookie: matching.map(({ value }) => value).join('; ') };
  }
}

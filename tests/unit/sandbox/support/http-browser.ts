import type { Driver } from '../../../sandbox/driver.ts';
import { CookieJar } from './cookie-jar.ts';
import { type HttpAnswer, httpRequest } from './http-request.ts';
import { attributeOf, automaticTarget, findTag, formAt, submitsItself } from './markup.ts';

/** One request of a navigation, and its answer. */
export interface Hop {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly contentType?: string;
}

/** A browser in as few lines as the sandbox's pages need: redirects, cookies and forms over real HTTP. */
export class HttpBrowser implements Driver {
  readonly hops: Hop[] = [];
  /** The current page's address, fragment included. */
  url = 'about:blank';
  html = '';
  /** Where a navigation went that no page came back from: a custom scheme or a dead host. */
  lost: string | undefined;
  readonly #cookies = new CookieJar();
  readonly #filled = new Map<string, string>();
  readonly #ticked = new Set<string>();

  async goto(url: string): Promise<void> {
    await this.#navigate({ method: 'GET', url });
  }

  async waitFor(selector: string): Promise<void> {
    if (findTag(this.html, selector) === undefined) {
      throw new Error(`Nothing matches ${selector} at ${this.url}:\n${this.html}`);
    }
  }

  async fill(selector: string, value: string): Promise<void> {
    this.#filled.set(attributeOf(this.#tag(selector).tag, 'name') ?? '', value);
  }

  async click(selector: string): Promise<void> {
    const { tag, index } = this.#tag(selector);
    if (attributeOf(tag, 'type') === 'checkbox') {
      this.#ticked.add(attributeOf(tag, 'value') ?? 'on');
      return;
    }
    await this.#submit(index, tag);
  }

  #tag(selector: string): { tag: string; index: number } {
    const found = findTag(this.html, selector);
    if (found === undefined) throw new Error(`Nothing matches ${selector} at ${this.url}:\n${this.html}`);
    return found;
  }

  async #submit(index: number, button: string): Promise<void> {
    const form = formAt(this.html, index);
    const fields = new URLSearchParams();
    for (const input of [...form.inputs, button]) {
      const name = attributeOf(input, 'name');
      const value = attributeOf(input, 'value') ?? '';
      const type = attributeOf(input, 'type');
      const skipped =
        (type === 'checkbox' && !this.#ticked.has(value)) ||
        (type === 'radio' && !input.includes(' checked'));
      if (name !== undefined && !skipped) fields.append(name, this.#filled.get(name) ?? value);
    }
    const isText = form.enctype === 'text/plain';
    const body = isText
      ? [...fields].map(([name, value]) => `${name}=${value}\r\n`).join('')
      : fields.toString();
    const contentType = isText ? 'text/plain' : 'application/x-www-form-urlencoded';
    await this.#navigate({
      method: form.method,
      url: new URL(form.action, this.url).href,
      body,
      contentType,
    });
  }

  async #navigate(first: Sent): Promise<void> {
    let sent: Sent | undefined = first;
    while (sent !== undefined) sent = await this.#follow(sent);
    const target = automaticTarget(this.html);
    if (this.lost !== undefined) return;
    if (target !== undefined) await this.#navigate({ method: 'GET', url: target });
    else if (submitsItself(this.html)) await this.#submit(0, '');
  }

  async #follow(sent: Sent): Promise<Sent | undefined> {
    const { protocol, pathname } = new URL(sent.url);
    const answer = protocol === 'http:' ? await this.#request(sent, pathname) : undefined;
    if (answer === undefined) {
      this.lost = sent.url;
      return undefined;
    }
    this.#cookies.store(answer.cookies);
    const { status, location, body } = answer;
    this.hops.push({ method: sent.method, url: sent.url, status, location, body });
    if (location !== undefined && status >= 300 && status < 400) {
      const url = new URL(location, sent.url).href;
      return status === 307 || status === 308 ? { ...sent, url } : { method: 'GET', url };
    }
    this.url = sent.url;
    this.html = body;
    this.#filled.clear();
    this.#ticked.clear();
    return undefined;
  }

  async #request(
    { method, url, body, contentType }: Sent,
    pathname: string,
  ): Promise<HttpAnswer | undefined> {
    const type = contentType === undefined ? {} : { 'content-type': contentType };
    const headers = { ...this.#cookies.headerFor(pathname), ...type };
    const address = url.split('#', 1)[0] ?? url;
    try {
      return await httpRequest(address, body === undefined ? { method, headers } : { method, headers, body });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return undefined;
      throw error;
    }
  }
}

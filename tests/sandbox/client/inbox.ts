import { parseJson } from '../jwk-sets.ts';

const KEPT = 50;

/** A webhook as it arrived. */
export interface WebhookDelivery {
  readonly contentType: string;
  readonly text: string;
  /** The parsed body, or undefined when it is no JSON. */
  readonly json: unknown;
}

/** A callback as the client application received it: what a browser sent, never the fragment. */
export interface ReceivedCallback {
  readonly method: string;
  readonly path: string;
  /** The query with its question mark, exactly as sent. */
  readonly search: string;
  readonly contentType: string;
  readonly body: string;
}

/** What reached the client application, newest last. */
export class Inbox {
  readonly #webhooks: WebhookDelivery[] = [];
  readonly #callbacks: ReceivedCallback[] = [];

  webhooks(): readonly WebhookDelivery[] {
    return [...this.#webhooks];
  }

  callbacks(): readonly ReceivedCallback[] {
    return [...this.#callbacks];
  }

  addWebhook(contentType: string, text: string): void {
    this.#webhooks.push({ contentType, text, json: parseJson(text) });
    if (this.#webhooks.length > KEPT) this.#webhooks.shift();
  }

  addCallback(callback: ReceivedCallback): void {
    this.#callbacks.push(callback);
    if (this.#callbacks.length > KEPT) this.#callbacks.shift();
  }

  clear(): void {
    this.#webhooks.length = 0;
    this.#callbacks.length = 0;
  }
}

import type { Hono } from 'hono';
import { isObject, parseJson } from '../jwk-sets.ts';
import { parseUrl } from '../params.ts';

/** Hosts that are this machine. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

const TIMEOUT_MS = 2000;

/** The longest that a webhook may be late. */
const MAX_DELAY_MS = 60_000;

/** How webhooks behave, for testing an application against what the documents leave open. */
export interface WebhookSettings {
  /** A denial is sent as well. */
  readonly onDenial: boolean;
  /** Milliseconds after the redirect; 0 is before it. */
  readonly delay: number;
  /** Each webhook is delivered this often. */
  readonly times: 1 | 2;
}

const PLAIN: WebhookSettings = { onDenial: false, delay: 0, times: 1 };

/** What a webhook says. The documents know the first form only. */
export type WebhookBody =
  | { readonly authorizationCode: string; readonly state: string }
  | { readonly error: string; readonly state: string };

/** The webhooks of one running sandbox, and their settings at `/sandbox/webhook`. */
export class Webhooks {
  #settings = PLAIN;

  /** Adds GET and PUT of the settings; members that are left out keep their plain value. */
  mount(app: Hono): void {
    app.get('/sandbox/webhook', (c) => c.json(this.#settings));
    app.put('/sandbox/webhook', async (c) => {
      const settings = readSettings(parseJson(await c.req.text()));
      if (typeof settings === 'string')
        return c.json({ error: 'invalid_request', error_description: settings }, 400);
      this.#settings = settings;
      return c.json(settings);
    });
  }

  /** Tells the client by webhook what the redirect says too. Only loopback addresses are ever called. */
  async send(callbackUrl: string, body: WebhookBody): Promise<void> {
    const { onDenial, delay, times } = this.#settings;
    if ('error' in body && !onDenial) return;
    if (!LOOPBACK.has(parseUrl(callbackUrl)?.hostname ?? '')) return;
    const deliver = async (): Promise<void> => {
      for (let count = 0; count < times; count++) await post(callbackUrl, body);
    };
    if (delay === 0) await deliver();
    else setTimeout(deliver, delay).unref();
  }
}

async function post(callbackUrl: string, body: WebhookBody): Promise<void> {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  // The redirect must not depend on whether anybody listens at the webhook's address.
  await fetch(callbackUrl, request).catch(() => undefined);
}

function readSettings(body: unknown): WebhookSettings | string {
  if (!isObject(body)) return 'The body must be a JSON object.';
  const { onDenial = PLAIN.onDenial, delay = PLAIN.delay, times = PLAIN.times } = body;
  if (typeof onDenial !== 'boolean') return 'onDenial must be true or false.';
  if (typeof delay !== 'number' || !(delay >= 0 && delay <= MAX_DELAY_MS))
    return `delay must be 0 to ${MAX_DELAY_MS} milliseconds.`;
  if (times !== 1 && times !== 2) return 'times must be 1 or 2.';
  return { onDenial, delay, times };
}

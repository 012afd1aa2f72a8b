import { parseUrl } from '../params.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const TIMEOUT_MS = 2000;

/** Tells the client by webhook what the redirect says too. Only loopback addresses are ever called. */
export async function sendWebhook(
  callbackUrl: string,
  body: { authorizationCode: string; state: string },
): Promise<void> {
  if (!LOOPBACK.has(parseUrl(callbackUrl)?.hostname ?? '')) return;
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  // The redirect must not depend on whether anybody listens at the webhook's address.
  await fetch(callbackUrl, request).catch(() => undefined);
}

import { decodeToken } from '../../../lib/jwt/decode.ts';
import type { Sandbox } from '../../sandbox/start.ts';

/**
 * The callback's parameters as the client application got them: from its server, and from the fragment of the tab that
 * shows it, which no server sees. Undefined when no application was reached.
 */
export function deliveredParameters(sandbox: Sandbox, tabUrl: string): URLSearchParams | undefined {
  const received = sandbox.inbox.callbacks().at(-1);
  if (received === undefined) return undefined;
  const isForm = received.contentType.startsWith('application/x-www-form-urlencoded');
  const hash = tabUrl.includes('#') ? tabUrl.slice(tabUrl.indexOf('#') + 1) : '';
  const delivered = new URLSearchParams([
    ...new URLSearchParams(received.search),
    ...new URLSearchParams(isForm ? received.body : ''),
    ...new URLSearchParams(hash),
  ]);
  for (const [name, value] of Object.entries(decodeToken(delivered.get('response') ?? '').payload ?? {})) {
    delivered.append(name, String(value));
  }
  return delivered;
}

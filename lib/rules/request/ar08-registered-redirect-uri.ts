import { isLoopbackAddress } from '../../oauth/is-loopback.ts';
import { parseUrl } from '../../oauth/url.ts';
import { quoteValue } from '../define.ts';
import { inRequest, sent } from '../request-facts.ts';
import type { Rule } from '../types.ts';

/**
 * The redirect URI is, character for character, the registered one. Which ones are registered is known only where the
 * flow's environment names one; then a near miss is reported, and another address altogether is not, as it may be registered
 * too.
 */
export const ar08: Rule = {
  id: 'AR08',
  severity: 'error',
  gate: 'base',
  source: 'RFC 9700 sections 2.1 and 4.1.3; OpenID Connect Core 1.0 section 3.1.2.1',
  title: 'redirect_uri equals the registered one in letter case, slash, port and query.',
  check(flow, { profile }) {
    const uri = sent(flow, 'redirect_uri');
    const environment = profile?.environments.find(({ id }) => id === flow.environmentId);
    const registered = environment?.defaults.redirect_uri;
    if (uri?.name !== 'redirect_uri' || registered === undefined) return [];
    const differs = nearMiss(uri.value, registered);
    if (differs === undefined) return [];
    return [
      {
        message: `${uri.name} ${quoteValue(uri.value)} differs from the registered ${quoteValue(registered)} in ${differs}.`,
        remedy: 'Send it exactly as it is registered.',
        at: inRequest(uri.name),
      },
    ];
  },
};

/** In what two addresses differ that somebody meant to be the same; undefined when they are equal or far apart. */
function nearMiss(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  if (one.toLowerCase() === other.toLowerCase()) return 'letter case';
  if (slashless(one) === slashless(other)) return 'a slash at its end';
  const [sent, known] = [parseUrl(one), parseUrl(other)];
  if (!sent || !known || sent.hostname !== known.hostname || sent.pathname !== known.pathname)
    return undefined;
  if (sent.protocol !== known.protocol) return 'its scheme';
  // RFC 8252 section 7.3: the port of a loopback address may vary.
  if (sent.port !== known.port && !isLoopbackAddress(sent.hostname)) return 'its port';
  return sent.search === known.search ? undefined : 'its query';
}

function slashless(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}

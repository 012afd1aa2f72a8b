import { CommandError } from '../../messaging/command-error.ts';
import { type HoldChoice, MAX_CHOSEN } from '../../messaging/hold-protocol.ts';
import { parseUrl } from '../../oauth/url.ts';

/** A choice that can be followed; throws a {@link CommandError} for one that cannot. */
export function readChoice({ on, only }: HoldChoice): HoldChoice {
  if (only === undefined) return { on: on === true };
  const wrong = only.find(
    (uri) => typeof uri !== 'string' || uri.length > MAX_CHOSEN.units || !parseUrl(uri),
  );
  if (wrong !== undefined || only.length === 0 || only.length > MAX_CHOSEN.uris) {
    throw new CommandError({
      code: 'no-redirect-uri',
      message:
        wrong === undefined
          ? `Between one and ${MAX_CHOSEN.uris} redirect URIs can be chosen.`
          : 'One of the chosen texts is no absolute URI, so nothing could be held there.',
      remedy: 'Choose redirect URIs of flows that were seen, or hold all callbacks.',
    });
  }
  return { on: on === true, only: [...new Set(only)] };
}

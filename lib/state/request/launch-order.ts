import type { LaunchOrder, LaunchTarget } from '../../messaging/protocol.ts';
import { type Aliases, standardName } from '../../oauth/aliases.ts';
import type { Pkce } from '../../oauth/pkce.ts';
import { aliasesOf, type Catalogue } from '../../providers/catalogue.ts';
import type { LaunchFacts } from '../../providers/launch-memory.ts';
import type { Profile } from '../../providers/types.ts';

/** A finished authorize request. */
export interface FinishedRequest {
  readonly url: string;
  readonly profile: Profile;
  readonly environmentId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly pkce?: Pkce | undefined;
}

/** What the background is told of a launch. */
export function launchOrder(
  { url, profile, environmentId, values }: FinishedRequest,
  target: LaunchTarget,
  catalogue: Catalogue,
  tabId?: number,
): LaunchOrder {
  const redirectUri = standardValue(profile, values, 'redirect_uri', aliasesOf(catalogue, profile.id));
  return {
    url,
    target,
    ...(tabId === undefined ? {} : { tabId }),
    profileId: profile.id,
    environmentId,
    ...(redirectUri ? { redirectUri } : {}),
    ...(values.state ? { state: values.state } : {}),
  };
}

/** What a later exchange needs. The verifier is kept only while its challenge is the one that is sent. */
export function launchFacts(
  { profile, environmentId, values, pkce }: FinishedRequest,
  launchedAt: number,
  catalogue: Catalogue,
): LaunchFacts {
  const redirectUri = standardValue(profile, values, 'redirect_uri', aliasesOf(catalogue, profile.id));
  return {
    profileId: profile.id,
    environmentId,
    ...(redirectUri ? { redirectUri } : {}),
    ...(values.nonce ? { nonce: values.nonce } : {}),
    ...(pkce && pkce.challenge === values.code_challenge ? { codeVerifier: pkce.verifier } : {}),
    launchedAt,
  };
}

function standardValue(
  profile: Profile,
  values: Readonly<Record<string, string>>,
  wanted: string,
  aliases: Aliases,
): string | undefined {
  const spec = profile.parameters.find(({ name }) => standardName(name, aliases) === wanted);
  return spec && values[spec.name];
}

import type { Flow } from '../flow/types.ts';
import { parseUrl, splitUrl } from '../oauth/url.ts';
import { profileById } from '../providers/catalogue.ts';
import type { Environment } from '../providers/types.ts';
import { conformanceProfilesOf } from './conformance-profiles.ts';
import type { EvaluationChoice } from './evaluation-choice.ts';
import type { RuleContext } from './types.ts';

/** What is known beside a flow and its profile. */
export interface EvaluationFacts extends Omit<RuleContext, 'profile' | 'gates'> {
  readonly choice?: EvaluationChoice;
}

/** Everything that rules may look at for a flow: its profile, the gates that are open, and the issuer it was sent to. */
export function contextOf(flow: Flow, { choice, ...facts }: EvaluationFacts): RuleContext {
  const profile = profileById(facts.catalogue, flow.profileId);
  const url = flow.request?.url;
  const environment =
    url === undefined ? undefined : environmentAt(profile.environments, addressOf(url), flow.environmentId);
  return {
    ...(environment?.issuer === undefined ? {} : { issuer: environment.issuer }),
    ...facts,
    profile,
    gates: conformanceProfilesOf(flow, profile, choice),
  };
}

/**
 * The environment whose authorization endpoint this is; the one that was launched first. The whole address counts: one
 * origin may serve many issuers (RFC 8414 section 2).
 */
function environmentAt(
  environments: readonly Environment[],
  address: string,
  launched: string | undefined,
): Environment | undefined {
  const there = environments.filter(
    ({ authorizationEndpoint }) =>
      authorizationEndpoint !== '' && addressOf(authorizationEndpoint) === address,
  );
  return there.find(({ id }) => id === launched) ?? there[0];
}

/** A URL without query and fragment, as a browser writes it. */
function addressOf(url: string): string {
  const { base } = splitUrl(url);
  return parseUrl(base)?.href ?? base;
}

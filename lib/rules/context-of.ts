import type { Flow } from '../flow/types.ts';
import { originOf } from '../oauth/url.ts';
import { profileById } from '../providers/catalogue.ts';
import type { Environment } from '../providers/types.ts';
import { gatesOf } from './gates.ts';
import type { JudgeChoice } from './judge-choice.ts';
import type { RuleContext } from './types.ts';

/** What is known beside a flow and its profile. */
export interface JudgeFacts extends Omit<RuleContext, 'profile' | 'gates'> {
  readonly choice?: JudgeChoice;
}

/** Everything that rules may look at for a flow: its profile, the gates that are open, and the issuer it was sent to. */
export function contextOf(flow: Flow, { choice, ...facts }: JudgeFacts): RuleContext {
  const profile = profileById(facts.catalogue, flow.profileId);
  const url = flow.request?.url;
  const environment =
    url === undefined ? undefined : environmentAt(profile.environments, originOf(url), flow.environmentId);
  return {
    ...(environment?.issuer === undefined ? {} : { issuer: environment.issuer }),
    ...facts,
    profile,
    gates: gatesOf(flow, profile, choice),
  };
}

/** The environment whose authorization endpoint is on an origin; the one that was launched first. */
function environmentAt(
  environments: readonly Environment[],
  origin: string,
  launched: string | undefined,
): Environment | undefined {
  const there = environments.filter(
    ({ authorizationEndpoint }) => authorizationEndpoint !== '' && originOf(authorizationEndpoint) === origin,
  );
  return there.find(({ id }) => id === launched) ?? there[0];
}

import { parametersOfUrl } from '../flow/tokens.ts';
import type { Flow } from '../flow/types.ts';
import type { Profile } from '../providers/types.ts';
import type { EvaluationChoice } from './evaluation-choice.ts';
import type { ConformanceProfile } from './types.ts';

/** What a choice opens beside what the flow itself shows. Open Banking UK is a profile of FAPI 1.0 Advanced. */
const OPENED: Readonly<Record<Exclude<EvaluationChoice, 'profile'>, readonly ConformanceProfile[]>> = {
  oidc: ['oidc'],
  fapi1: ['oidc', 'fapi1'],
  fapi2: ['fapi2'],
  obuk: ['oidc', 'fapi1', 'obuk'],
};

/**
 * The gates that are open for a flow: always base and provider; oidc, jar and par when the flow uses them; and those that
 * the profile names, or in their place those that the user chose.
 */
export function conformanceProfilesOf(
  flow: Flow,
  profile?: Profile,
  choice: EvaluationChoice = 'profile',
): ReadonlySet<ConformanceProfile> {
  const chosen = choice === 'profile' ? (profile?.gates ?? []) : OPENED[choice];
  const gates = new Set<ConformanceProfile>(['base', 'provider', ...chosen]);
  const request = flow.request?.values;
  const reference = request?.request_uri?.value;
  if (usesOpenid(flow)) gates.add('oidc');
  if (request?.request || flow.request?.requestObject || reference !== undefined) gates.add('jar');
  if (reference?.startsWith('urn:')) gates.add('par');
  return gates;
}

/** True when any of a rule's gates is open. */
export function isOpen(
  gate: ConformanceProfile | readonly ConformanceProfile[],
  open: ReadonlySet<ConformanceProfile>,
): boolean {
  return typeof gate === 'string' ? open.has(gate) : gate.some((one) => open.has(one));
}

/** OpenID Connect Core section 3.1.2.1: openid in scope; what only OpenID defines counts too, so that its lack is seen. */
function usesOpenid({ request, callback }: Flow): boolean {
  const { scope, response_type: type, nonce } = request?.values ?? {};
  const words = (text = ''): readonly string[] => text.split(' ');
  if (words(scope?.value).includes('openid') || words(type?.value).includes('id_token')) return true;
  if (nonce || callback?.response.values.id_token) return true;
  if (!request) return false;
  const claims = request.requestObject?.payload?.claims;
  return claims !== undefined || parametersOfUrl(request.url).some(({ name }) => name === 'claims');
}

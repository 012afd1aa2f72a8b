import type { RequestModel } from '../../lib/state/request/request-model.ts';
import type { RequestRemark } from '../../lib/state/request/request-remarks.ts';

/**
 * Where a remark stands in the form: at the parameter of this name, at the request object, at the key that signs it, or
 * `undefined` when it is about the whole request or the endpoint.
 */
export function remarkPlace(
  { parameter, rule }: RequestRemark,
  {
    profile,
    environment,
    session,
    object,
  }: Pick<RequestModel, 'profile' | 'environment' | 'session' | 'object'>,
): string | undefined {
  if (parameter === undefined) return undefined;
  const spellings = environment.value.spellings ?? {};
  const own = profile.value.parameters.find(
    ({ name }) => name === parameter || spellings[name] === parameter,
  );
  if (own) return own.name;
  if (session.value.extras.some(({ name }) => name === parameter)) return parameter;
  if (!object.value) return undefined;
  return rule === undefined && parameter === profile.value.requestObject?.parameter ? 'key' : 'object';
}

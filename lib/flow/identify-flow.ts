import type { Catalogue } from '../providers/catalogue.ts';
import { identifyProfile } from '../providers/identify.ts';
import type { Flow } from './types.ts';

/** The profile of a flow that was not launched from one: by its hosts, then by the names of its parameters. */
export function identifyFlow(
  flow: Pick<Flow, 'request' | 'callback' | 'webhooks'>,
  catalogue: Catalogue,
): string {
  const parameters = [
    ...(flow.request?.parameters ?? []),
    ...(flow.callback?.response.parameters ?? []),
    ...(flow.webhooks ?? []).flatMap(({ response }) => response.parameters),
  ];
  const requestNames = flow.request && [...new Set(flow.request.parameters.map(({ name }) => name))];
  const scope = flow.request?.values.scope?.value;
  const url = flow.request?.url ?? flow.callback?.url;
  return identifyProfile(
    {
      ...(url === undefined ? {} : { url }),
      ...(scope === undefined ? {} : { scope }),
      ...(requestNames ? { requestNames } : {}),
      parameterNames: [...new Set(parameters.map((parameter) => parameter.name))],
    },
    catalogue,
  );
}

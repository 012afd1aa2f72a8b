import type { Flow } from '../../flow/types.ts';
import type { LaunchFacts } from '../../providers/launch-memory.ts';
import type { StepSpec } from '../../providers/step-types.ts';
import type { Profile } from '../../providers/types.ts';

/** What a flow gives to steps, its callback or else its webhooks, by the standard names and by the names it came by. */
export function flowValues(flow: Flow, facts: LaunchFacts | undefined): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') values[name] = value;
  };
  for (const name of ['client_id', 'redirect_uri', 'nonce', 'scope'] as const) {
    const sent = flow.request?.values[name];
    if (!sent) continue;
    put(sent.name, sent.value);
    put(name, sent.value);
  }
  put('redirect_uri', facts?.redirectUri ?? flow.launch?.redirectUri);
  put('nonce', facts?.nonce);
  put('code_verifier', facts?.codeVerifier);
  // What the browser brought stands above what the provider told by webhook.
  const answers = [...(flow.webhooks ?? []), ...(flow.callback ? [flow.callback] : [])];
  for (const { response } of answers) {
    for (const { name, value } of response.parameters) put(name, value);
    for (const [name, found] of Object.entries(response.values)) put(name, found?.value);
  }
  return values;
}

/** The state under which a flow's launch was remembered. */
export function stateOf({ request, launch, callback }: Flow): string | undefined {
  return request?.values.state?.value ?? launch?.state ?? callback?.response.values.state?.value;
}

/** The step that trades a flow's code for tokens. */
export function exchangeStep({ steps = [] }: Pick<Profile, 'steps'>): StepSpec | undefined {
  const takesCode = ({ fields }: StepSpec): boolean =>
    fields.some(({ name, from = [] }) => [name, ...from].some((one) => CODES.has(one)));
  return steps.find((step) => step.kind === 'call' && takesCode(step));
}

const CODES: ReadonlySet<string> = new Set(['code', 'authorizationCode']);

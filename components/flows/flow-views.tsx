import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { hostOf } from '../../lib/oauth/url.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { LazyDiagramView } from '../diagram/lazy-diagram-view.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { CallbackView } from './callback-view.tsx';
import { CallsView } from './calls-view.tsx';
import { FindingsView } from './findings-view.tsx';
import { HopsView } from './hops-view.tsx';
import { LazyCookiesView } from './lazy-cookies-view.ts';
import { ParameterMenus } from './parameter-menus.tsx';
import { RequestView } from './request-view.tsx';
import { TokensView } from './tokens-view.tsx';
import { WebhookView } from './webhook-view.tsx';

export type FlowView =
  | 'hops'
  | 'request'
  | 'callback'
  | 'webhooks'
  | 'calls'
  | 'tokens'
  | 'cookies'
  | 'findings'
  | 'diagram';

interface FlowViewsProps {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly tokens: readonly FoundToken[];
  readonly view: Signal<FlowView>;
  /** What is looked for among the findings. */
  readonly findingFilter: Signal<string>;
  /** What is worth knowing of the flow as a whole; shown with its hops. */
  readonly overview: ComponentChildren;
  /** What waits for a decision; shown before every part. */
  readonly pending: ComponentChildren;
}

/** How many cookies were seen, by name and host. */
function countCookies({ cookies }: Flow): number {
  const names = cookies?.exchanges.flatMap(({ url, sent = [], set }) =>
    [...sent, ...set].map(({ name }) => `${hostOf(url)} ${name}`),
  );
  return new Set(names).size;
}

/** The parts of a flow, one at a time. */
export function FlowViews(props: FlowViewsProps): JSX.Element {
  const { flow, findings, tokens, view, findingFilter, overview, pending } = props;
  const showFinding = (rule: string): void => {
    findingFilter.value = rule;
    view.value = 'findings';
  };
  const wantedHop = useSignal<number | undefined>(undefined);
  const showHop = (hop: number): void => {
    wantedHop.value = hop;
    view.value = 'hops';
  };
  const webhooks = flow.webhooks?.length ?? 0;
  // Another flow may be shown than the one for which a part was chosen.
  const shown = view.value === 'webhooks' && webhooks === 0 ? 'hops' : view.value;
  const tabs = [
    { id: 'hops', label: t('flowTabHops', flow.hops.length) },
    { id: 'request', label: t('flowTabRequest'), name: t('flowTabRequestName') },
    { id: 'callback', label: t('flowTabCallback') },
    ...(webhooks === 0 ? [] : [{ id: 'webhooks', label: t('flowTabWebhooks', webhooks) } as const]),
    { id: 'calls', label: t('flowTabCalls', flow.calls?.length ?? 0) },
    { id: 'tokens', label: t('flowTabTokens', tokens.length) },
    { id: 'cookies', label: t('flowTabCookies', countCookies(flow)) },
    { id: 'findings', label: t('flowTabFindings', findings.length) },
    { id: 'diagram', label: t('flowTabDiagram') },
  ] as const;
  const content: Readonly<Record<FlowView, () => JSX.Element>> = {
    hops: () => (
      <div class="flow-hops">
        {overview}
        <HopsView flow={flow} wanted={wantedHop} />
      </div>
    ),
    request: () => <RequestView flow={flow} findings={findings} onFinding={showFinding} />,
    callback: () => <CallbackView flow={flow} findings={findings} onFinding={showFinding} />,
    webhooks: () => <WebhookView flow={flow} tokens={tokens} />,
    calls: () => <CallsView flow={flow} />,
    tokens: () => <TokensView flow={flow} tokens={tokens} />,
    cookies: () => <LazyCookiesView flow={flow} />,
    findings: () => <FindingsView flow={flow} filter={findingFilter} />,
    diagram: () => <LazyDiagramView flow={flow} onHop={showHop} />,
  };
  return (
    <>
      <Tabs
        label={t('flowParts')}
        name="flow"
        tabs={tabs}
        selected={shown}
        onSelect={(id) => {
          view.value = id;
        }}
      />
      <TabPanel name="flow" id={shown} class="flow-view">
        <ParameterMenus>
          {pending}
          {content[shown]()}
        </ParameterMenus>
      </TabPanel>
    </>
  );
}

import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { LazyDiagramView } from '../diagram/lazy-diagram-view.ts';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { CallbackView } from './callback-view.tsx';
import { CallsView } from './calls-view.tsx';
import { FindingsView } from './findings-view.tsx';
import { HopsView } from './hops-view.tsx';
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
  | 'findings'
  | 'diagram';

interface FlowViewsProps {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly tokens: readonly FoundToken[];
  readonly view: Signal<FlowView>;
  /** What is looked for among the findings. */
  readonly findingFilter: Signal<string>;
}

/** The parts of a flow, one at a time. */
export function FlowViews({ flow, findings, tokens, view, findingFilter }: FlowViewsProps): JSX.Element {
  const showFinding = (rule: string): void => {
    findingFilter.value = rule;
    view.value = 'findings';
  };
  const tabs = [
    { id: 'hops', label: `Hops ${flow.hops.length}` },
    { id: 'request', label: 'Request', name: 'Request of the flow' },
    { id: 'callback', label: 'Callback' },
    { id: 'webhooks', label: `Webhooks ${flow.webhooks?.length ?? 0}` },
    { id: 'calls', label: `Calls ${flow.calls?.length ?? 0}` },
    { id: 'tokens', label: `Tokens ${tokens.length}` },
    { id: 'findings', label: `Findings ${findings.length}` },
    { id: 'diagram', label: 'Diagram' },
  ] as const;
  const content: Readonly<Record<FlowView, () => JSX.Element>> = {
    hops: () => <HopsView flow={flow} />,
    request: () => <RequestView flow={flow} findings={findings} onFinding={showFinding} />,
    callback: () => <CallbackView flow={flow} findings={findings} onFinding={showFinding} />,
    webhooks: () => <WebhookView flow={flow} tokens={tokens} />,
    calls: () => <CallsView flow={flow} />,
    tokens: () => <TokensView flow={flow} tokens={tokens} />,
    findings: () => <FindingsView flow={flow} filter={findingFilter} />,
    diagram: () => <LazyDiagramView flow={flow} />,
  };
  return (
    <>
      <Tabs
        label="Parts of the flow"
        name="flow"
        tabs={tabs}
        selected={view.value}
        onSelect={(id) => {
          view.value = id;
        }}
      />
      <TabPanel name="flow" id={view.value} class="flow-view">
        {content[view.value]()}
      </TabPanel>
    </>
  );
}

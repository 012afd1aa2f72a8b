import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { CallbackView } from './callback-view.tsx';
import { FindingList } from './finding-list.tsx';
import { HopsView } from './hops-view.tsx';
import { RequestView } from './request-view.tsx';
import { TokensView } from './tokens-view.tsx';

export type FlowView = 'hops' | 'request' | 'callback' | 'tokens' | 'findings';

interface FlowViewsProps {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  readonly tokens: readonly FoundToken[];
  readonly view: Signal<FlowView>;
}

/** The parts of a flow, one at a time. */
export function FlowViews({ flow, findings, tokens, view }: FlowViewsProps): JSX.Element {
  const tabs = [
    { id: 'hops', label: `Hops ${flow.hops.length}` },
    { id: 'request', label: 'Request', name: 'Request of the flow' },
    { id: 'callback', label: 'Callback' },
    { id: 'tokens', label: `Tokens ${tokens.length}` },
    { id: 'findings', label: `Findings ${findings.length}` },
  ] as const;
  const content: Readonly<Record<FlowView, () => JSX.Element>> = {
    hops: () => <HopsView flow={flow} />,
    request: () => <RequestView flow={flow} />,
    callback: () => <CallbackView flow={flow} />,
    tokens: () => <TokensView tokens={tokens} />,
    findings: () => <AllFindings findings={findings} />,
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

function AllFindings({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  if (findings.length > 0) return <FindingList findings={findings} />;
  return (
    <EmptyState title="No findings">No rule of this version found anything wrong with this flow.</EmptyState>
  );
}

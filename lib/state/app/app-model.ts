import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createFindingsModel, type FindingsModel } from '../flows/findings-model.ts';
import { createFlowFindings } from '../flows/flow-findings.ts';
import { createFlowVerification, type FlowVerification } from '../flows/flow-verification.ts';
import { createFlowsModel, type FlowsModel } from '../flows/flows-model.ts';
import type { PartedFindings } from '../flows/silencing.ts';
import { expectationsOf, NO_EXPECTATIONS, type TokenExpectations } from '../token/token-expectations.ts';
import { createTokenModel, type TokenModel } from '../token/token-model.ts';
import type { AppTab } from './app-tabs.ts';
import type { AccessState, Services } from './services.ts';

/** The state of the panel or the workbench. */
export interface AppModel {
  readonly tab: Signal<AppTab>;
  readonly flows: FlowsModel;
  readonly token: TokenModel;
  readonly findings: FindingsModel;
  /** Findings on the shown flow. */
  readonly flowFindings: ReadonlySignal<PartedFindings>;
  readonly verification: FlowVerification;
  /** Id of the flow whose code the Steps tab is to exchange; taken away when it was read. */
  readonly toExchange: Signal<string | undefined>;
  /** What is open over the detail of a flow. */
  readonly flowAction: Signal<FlowAction | undefined>;
  /** A request that the Request tab is to show; taken away when it was read. */
  readonly toLaunch: Signal<LaunchDraft | undefined>;
  /** Shows the exchange of a flow's code in the Steps tab. */
  exchange(flowId: string): void;
  /** Shows a request in the Request tab. */
  prepareLaunch(draft: LaunchDraft): void;
  /** Undefined until the browser answered. */
  readonly access: ReadonlySignal<AccessState | undefined>;
  /** Shows a text in the Token tab, with what is expected of it; what the shown flow knows when that is left out. */
  openToken(text: string, expected?: TokenExpectations): void;
  /** An authorize URL that the Request tab shall take apart into its fields; empty when there is none. */
  readonly requestToPaste: Signal<string>;
  /** Shows an authorize URL in the Request tab. */
  openRequest(url: string): void;
  dispose(): void;
}

/** Something that is done with one flow, in front of everything else. */
export interface FlowAction {
  readonly kind: 'replay' | 'compare' | 'export';
  readonly flowId: string;
}

/** What another tab knows of a request that is to be launched. */
export interface LaunchDraft {
  readonly profileId: string;
  readonly environmentId: string;
  /** By the names of the profile's parameters. */
  readonly values: Readonly<Record<string, string>>;
}

/** Makes the models of one page over its services. */
export function createAppModel(services: Services): AppModel {
  const tab = signal<AppTab>(services.initialTab ?? 'flows');
  const requestToPaste = signal('');
  const token = createTokenModel();
  const flows = createFlowsModel(services.background, {
    settings: services.settings,
    ...(services.scopeTabId === undefined ? {} : { scopeTabId: services.scopeTabId }),
  });
  if (services.initialFlow !== undefined) flows.open(services.initialFlow);
  const findings = createFindingsModel(services.settings, services.evaluationChoices);
  const verification = createFlowVerification({ catalogue: services.profiles.catalogue, now: services.now });
  const evaluated = createFlowFindings({
    catalogue: services.profiles.catalogue,
    background: services.background,
    flow: flows.flow,
    findings,
    verification,
    now: services.now,
  });
  const toExchange = signal<string>();
  const toLaunch = signal<LaunchDraft>();
  const access = signal<AccessState>();
  const look = (): void =>
    void services.access.state().then(
      (state) => {
        access.value = state;
      },
      () => undefined,
    );
  look();
  // Without them nothing but the way to the Steps tab is missing.
  services.profiles.loadSteps().catch(() => undefined);
  const unwatch = services.access.watch(look);
  return {
    tab,
    flows,
    token,
    findings,
    flowFindings: evaluated.parted,
    verification,
    toExchange,
    flowAction: signal<FlowAction>(),
    toLaunch,
    exchange(flowId) {
      toExchange.value = flowId;
      tab.value = 'steps';
    },
    prepareLaunch(draft) {
      toLaunch.value = draft;
      tab.value = 'request';
    },
    access,
    requestToPaste,
    openRequest(url) {
      requestToPaste.value = url;
      tab.value = 'request';
    },
    openToken(text, expected) {
      const flow = flows.flow.peek();
      token.open(text, expected ?? (flow ? expectationsOf(flow, text) : NO_EXPECTATIONS));
      tab.value = 'token';
    },
    dispose() {
      unwatch();
      evaluated.dispose();
      findings.dispose();
      flows.dispose();
    },
  };
}

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AppTab } from './app-tabs.ts';
import { createFlowsModel, type FlowsModel } from './flows-model.ts';
import type { AccessState, Services } from './services.ts';
import { expectationsOf, NO_EXPECTATIONS, type TokenExpectations } from './token-expectations.ts';
import { createTokenModel, type TokenModel } from './token-model.ts';

/** The state of the panel or the workbench. */
export interface AppModel {
  readonly tab: Signal<AppTab>;
  readonly flows: FlowsModel;
  readonly token: TokenModel;
  /** Undefined until the browser answered. */
  readonly access: ReadonlySignal<AccessState | undefined>;
  /** Shows a text in the Token tab, with what is expected of it; what the shown flow knows when that is left out. */
  openToken(text: string, expected?: TokenExpectations): void;
  dispose(): void;
}

/** Makes the models of one page over its services. */
export function createAppModel(services: Services): AppModel {
  const tab = signal<AppTab>(services.initialTab ?? 'flows');
  const token = createTokenModel();
  const flows = createFlowsModel(services.background, {
    settings: services.settings,
    ...(services.scopeTabId === undefined ? {} : { scopeTabId: services.scopeTabId }),
  });
  const access = signal<AccessState>();
  const look = (): void =>
    void services.access.state().then(
      (state) => {
        access.value = state;
      },
      () => undefined,
    );
  look();
  const unwatch = services.access.watch(look);
  return {
    tab,
    flows,
    token,
    access,
    openToken(text, expected) {
      const flow = flows.flow.peek();
      token.open(text, expected ?? (flow ? expectationsOf(flow, text) : NO_EXPECTATIONS));
      tab.value = 'token';
    },
    dispose() {
      unwatch();
      flows.dispose();
    },
  };
}

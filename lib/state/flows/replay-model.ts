import { type ReadonlySignal, signal } from '@preact/signals';
import type { Flow } from '../../flow/types.ts';
import type { Failure, LaunchTarget } from '../../messaging/protocol.ts';
import { launchOrder } from '../request/launch-order.ts';
import { launchRequest } from '../request/launcher.ts';
import type { RequestServices } from '../request/request-services.ts';
import { failureOf } from '../shared/failure-of.ts';
import { planReplay, type ReplayPlan } from './replay-plan.ts';
import { regenerateRequest, sameRequest } from './replay-request.ts';

type ReplayState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'launching' }
  | { readonly kind: 'launched'; readonly state?: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Launches the request of a flow again. */
export interface ReplayModel {
  /** Undefined until the saved keys were read. */
  readonly plan: ReadonlySignal<ReplayPlan | undefined>;
  readonly state: ReadonlySignal<ReplayState>;
  /** With fresh values, or exactly as it was. Never throws. */
  launch(how: 'fresh' | 'same', target: LaunchTarget): Promise<void>;
}

/** Makes the model for one flow and reads the keys. */
export function createReplayModel(services: RequestServices, flow: Flow): ReplayModel {
  const plan = signal<ReplayPlan>();
  const state = signal<ReplayState>({ kind: 'ready' });
  services.keys.list().then(
    (keys) => {
      plan.value = planReplay(flow, keys);
    },
    () => {
      plan.value = planReplay(flow, []);
    },
  );
  const launch = async (how: 'fresh' | 'same', target: LaunchTarget): Promise<ReplayState> => {
    const known = plan.peek() ?? planReplay(flow, await services.keys.list());
    const wrong = known.impossible ?? (how === 'fresh' ? known.blocker : undefined);
    if (wrong) return { kind: 'failed', failure: wrong };
    const catalogue = services.profiles.catalogue.peek();
    const request =
      how === 'fresh'
        ? await regenerateRequest(flow, known, services.now(), catalogue)
        : sameRequest(flow, catalogue);
    if (!request) return { kind: 'ready' };
    // What was remembered of the first launch, its code verifier above all, still holds when nothing changes.
    const answer =
      how === 'fresh'
        ? await launchRequest(services, request, target)
        : await services.background.call(
            'launch',
            launchOrder(request, target, catalogue, services.scopeTabId),
          );
    if (!answer.ok) return { kind: 'failed', failure: answer.failure };
    return { kind: 'launched', ...(request.values.state ? { state: request.values.state } : {}) };
  };
  return {
    plan,
    state,
    async launch(how, target) {
      if (state.peek().kind === 'launching') return;
      state.value = { kind: 'launching' };
      state.value = await launch(how, target).catch(
        (error: unknown): ReplayState => ({ kind: 'failed', failure: failureOf(error) }),
      );
    },
  };
}

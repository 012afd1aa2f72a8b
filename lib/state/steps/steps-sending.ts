import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { buildRequest } from '../../calls/build-request.ts';
import { type CurlResult, curlCommand } from '../../calls/curl-command.ts';
import { sentResultsOf } from '../../calls/results-of.ts';
import type { BuiltRequest, StepProblem } from '../../calls/types.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { LaunchMemory } from '../../providers/launch-memory.ts';
import type { StepSpec } from '../../providers/step-types.ts';
import { type RunServices, recordRun } from '../flows/record-run.ts';
import { failureOf } from '../shared/failure-of.ts';
import { finishRequest } from './steps-finish.ts';
import type { StepsGenerated } from './steps-generated.ts';
import type { StepsKeeping } from './steps-keeping.ts';
import type { StepsPlaces } from './steps-places.ts';
import { pushedLaunch } from './steps-pushed.ts';
import { withRun } from './steps-record.ts';
import { flowCallsOf, flowOfRun } from './steps-recording.ts';
import type { StepsRunner } from './steps-runner.ts';
import type { StepsView } from './steps-view.ts';

/** What is asked before a step is sent. */
export type Asked =
  | { readonly kind: 'confirm'; readonly text: string }
  | { readonly kind: 'problems'; readonly problems: readonly StepProblem[]; readonly sendable: boolean };

/** Sends steps: asks where it has to, keeps what came of it, and tells the flow for which it was. */
export interface StepsSending {
  readonly asked: ReadonlySignal<Asked | undefined>;
  /** Why the last call could not be written into its flow. */
  readonly notRecorded: ReadonlySignal<Failure | undefined>;
  send(step: StepSpec, answer?: 'yes'): Promise<void>;
  curl(step: StepSpec): Promise<CurlResult>;
  dismiss(): void;
}

interface SendingParts {
  readonly services: RunServices;
  readonly launchMemory: LaunchMemory;
  readonly places: StepsPlaces;
  readonly keeping: StepsKeeping;
  readonly runner: StepsRunner;
  readonly fresh: StepsGenerated;
  readonly view: StepsView;
  readonly key: ReadonlySignal<KeyRecord | undefined>;
  readonly newId: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called when a call was written into a flow. */
  recorded(): void;
}

/** Makes it over the runner. Nothing in it throws. */
export function createStepsSending(parts: SendingParts): StepsSending {
  const { services, launchMemory, places, keeping, runner, fresh, view, key, newId, now } = parts;
  const asked = signal<Asked>();
  const notRecorded = signal<Failure>();
  const finish = (step: StepSpec): Promise<BuiltRequest> =>
    finishRequest({ input: view.inputOf(step), key: key.peek(), newId });

  const sendNow = async (step: StepSpec): Promise<void> => {
    const { values, authentication } = view.inputOf(step);
    const flowId = flowOfRun(view.fieldsOf(step));
    const owner = places.owner.peek();
    const profile = places.profile.peek();
    const environmentId = places.environment.peek().id;
    const startedAt = now();
    let request: BuiltRequest | undefined;
    const ended = await runner.run({
      step,
      profile,
      async finish() {
        request = await finish(step);
        return request;
      },
    });
    const good = ended.kind === 'answered' && ended.answer.status < 400;
    const pushed = good ? pushedLaunch(step, values, fresh.verifierOf) : undefined;
    if (pushed) {
      const facts = { ...pushed.facts, profileId: profile.id, environmentId, launchedAt: startedAt };
      // Without it only the exchange would miss the verifier.
      await launchMemory.remember(pushed.state, facts).catch(() => undefined);
    }
    if (places.owner.peek() === owner) {
      const status = ended.kind === 'answered' ? ended.answer.status : undefined;
      const outcome = { ok: status !== undefined && status < 400, at: ended.at };
      batch(() => {
        keeping.change((record) =>
          withRun(
            record,
            step.id,
            status === undefined ? outcome : { ...outcome, status },
            good ? [...ended.results, ...sentResultsOf(step, values)] : [],
            flowId,
          ),
        );
        fresh.renewOnce(step);
      });
    }
    if (!request) return;
    const facts = { id: newId(), profileId: profile.id, step, request, authentication, values };
    const calls = flowCallsOf({ ...facts, ended, startedAt });
    const failure = await recordRun(services, { ...calls, flowId, environmentId });
    notRecorded.value = failure;
    if (!failure) parts.recorded();
  };

  return {
    asked,
    notRecorded,
    async send(step, answer) {
      if (runner.runs.peek()[step.id]?.kind === 'running') return;
      const before = asked.peek()?.kind;
      const wrong = buildRequest(view.inputOf(step)).problems.filter(
        ({ severity }) => severity !== 'warning',
      );
      const sendable = !wrong.some(({ severity }) => severity === 'fatal');
      const insists = answer === 'yes' && before !== undefined;
      if (!sendable || (wrong.length > 0 && !insists)) {
        asked.value = { kind: 'problems', problems: wrong, sendable };
        return;
      }
      if (step.confirm !== undefined && !(insists && before === 'confirm')) {
        asked.value = { kind: 'confirm', text: step.confirm };
        return;
      }
      asked.value = undefined;
      await sendNow(step);
    },
    async curl(step) {
      try {
        return curlCommand(await finish(step), { http1: step.request?.dauth ?? false });
      } catch (error) {
        return { failure: failureOf(error) };
      }
    },
    dismiss() {
      asked.value = undefined;
    },
  };
}

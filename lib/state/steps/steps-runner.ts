import { type ReadonlySignal, signal } from '@preact/signals';
import { explainAnswer } from '../../calls/explain-answer.ts';
import { type AnswerBody, readBody } from '../../calls/read-answer.ts';
import { type FoundResult, resultsOf } from '../../calls/results-of.ts';
import { joinSegments } from '../../calls/segments.ts';
import type { BuiltRequest, Remark } from '../../calls/types.ts';
import { t } from '../../i18n/t.ts';
import type { Json } from '../../jwt/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { StepSpec } from '../../providers/step-types.ts';
import type { Profile } from '../../providers/types.ts';
import { failureOf } from '../shared/failure-of.ts';
import { type Answer, type CallContext, createHttpCall } from '../shared/http-call.ts';

/** UTF-16 units of an answer that are kept. */
export const MAX_ANSWER = 1_000_000;

/** What became of the last run of a step. */
export type RunState =
  | { readonly kind: 'running'; readonly since: number }
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      readonly body: AnswerBody;
      readonly json: Json | undefined;
      readonly errors: readonly Remark[];
      readonly results: readonly FoundResult[];
      /** Milliseconds since the epoch. */
      readonly at: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly at: number };

export type EndedRun = Exclude<RunState, { kind: 'running' }>;

/** A request that is to be sent now. */
export interface RunOrder {
  readonly step: StepSpec;
  readonly profile: Pick<Profile, 'errors'>;
  /** Finishes the request, as by signing; rejects with the reason why it cannot. */
  finish(): Promise<BuiltRequest>;
}

/** Sends requests one at a time and keeps what became of each step's last one, as long as the page is open. */
export interface StepsRunner {
  /** By step id. */
  readonly runs: ReadonlySignal<Readonly<Record<string, RunState>>>;
  run(order: RunOrder): Promise<EndedRun>;
  cancel(): void;
  /** Forgets every answer and cancels what is running. */
  reset(): void;
}

/** Makes it over the network. */
export function createStepsRunner(context: CallContext): StepsRunner {
  const runs = signal<Readonly<Record<string, RunState>>>({});
  const call = createHttpCall({ maxBody: MAX_ANSWER, ...context });
  const { now } = context;
  let round = 0;
  const run = async ({ step, profile, finish }: RunOrder): Promise<EndedRun> => {
    const since = now();
    let request: BuiltRequest;
    try {
      request = await finish();
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error), at: since };
    }
    const state = await call.send({
      method: request.method,
      url: joinSegments(request.url),
      headers: request.headers.map(({ name, value }) => [name, joinSegments(value)] as const),
      ...(request.body ? { body: joinSegments(request.body) } : {}),
    });
    const at = now();
    if (state.kind !== 'answered')
      return { kind: 'failed', failure: state.kind === 'failed' ? state.failure : stopped(), at };
    const { answer } = state;
    const body = readBody(answer);
    const { json } = body;
    const results = answer.status < 400 ? resultsOf(step, json, at) : [];
    return {
      kind: 'answered',
      answer,
      body,
      json,
      errors: explainAnswer(step, profile, answer, json),
      results,
      at,
    };
  };
  return {
    runs,
    async run(order) {
      const { id } = order.step;
      const mine = ++round;
      // Another step's call gives way, which is said there.
      const others = Object.fromEntries(
        Object.entries(runs.peek()).map(([key, state]) => [
          key,
          state.kind === 'running' ? { kind: 'failed' as const, failure: stopped(), at: now() } : state,
        ]),
      );
      runs.value = { ...others, [id]: { kind: 'running', since: now() } };
      const ended = await run(order);
      if (mine === round) runs.value = { ...runs.peek(), [id]: ended };
      return ended;
    },
    cancel: call.cancel,
    reset() {
      round++;
      call.reset();
      runs.value = {};
    },
  };
}

function stopped(): Failure {
  return {
    code: 'call-cancelled',
    message: t('stepsCallStopped'),
    remedy: t('httpCallMayHaveArrived'),
  };
}

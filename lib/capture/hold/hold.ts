import type { ReleasedRequest } from '../../flow/hold-types.ts';
import type { Observation } from '../../flow/observation.ts';
import { isHeld } from '../../flow/status.ts';
import type { Flow } from '../../flow/types.ts';
import type { HoldChoice, HoldStatus } from '../../messaging/hold-protocol.ts';
import type { Handlers } from '../../messaging/server.ts';
import type { EventMetadata } from '../../observe/event-metadata.ts';
import { missingPatterns, patternOf } from '../../providers/access-patterns.ts';
import type { ShownFrame } from '../look-at-tabs.ts';
import { createAllowances } from './allowances.ts';
import { createArrivals } from './arrivals.ts';
import { createBystanders } from './bystanders.ts';
import { readChoice } from './choice.ts';
import { createEditors } from './editors.ts';
import { type HeldUri, heldUris, isWanted, knownUris, MAX_HELD_URIS } from './held-uris.ts';
import { createHoldDecisions, type HoldDecisions } from './hold-decisions.ts';
import type { HoldFrames } from './hold-frames.ts';
import { HOLD_OFF, type HoldMemory } from './hold-memory.ts';
import { holdRules, isStopped } from './hold-rules.ts';
import type { HoldTabs } from './hold-tabs.ts';
import type { NaturalHeaders } from './natural-headers.ts';
import { createReloadSender } from './reload-sender.ts';
import { createRepeatStopped } from './repeat-stopped.ts';
import type { RuleKeeper } from './rule-keeper.ts';
import { isBlocked, type Stopped, stoppedBefore, stoppedFlow } from './stopped.ts';
import { type BlockingAnswer, createWaiting } from './waiting.ts';
import { createWaitingSender } from './waiting-sender.ts';

export interface HoldParts {
  readonly flows: () => readonly Flow[];
  readonly flow: (id: string) => Promise<Flow | undefined>;
  /** Resolves when {@link flows} is complete. */
  readonly flowsReady: Promise<unknown>;
  readonly record: (observation: Observation) => void;
  readonly metadata: (at: number) => EventMetadata;
  readonly now: () => number;
  readonly memory: HoldMemory;
  /** Absent where requests are stopped by the answer of a listener. */
  readonly rules: RuleKeeper | undefined;
  readonly tabs: HoldTabs;
  readonly frames: HoldFrames;
  readonly naturalHeaders: NaturalHeaders;
  /** Whether a request is an authorization response, told by itself. */
  readonly answersAlone: (request: ReleasedRequest) => boolean;
  /** Of URLs that are authorization responses whatever their redirect URI is, by the profiles that are known. */
  readonly responsePatterns: () => readonly string[];
  /** Counts as activity of the background. */
  readonly stayAwake: () => void;
  readonly startRecording: () => Promise<void>;
  readonly onChange: () => void;
}

/** Stops callbacks before the application receives them, and lets them go on. */
export interface Hold {
  readonly ready: Promise<void>;
  /** To be told of every observation, after it was folded in. */
  observed(observation: Observation): void;
  /**
   * Whether this is a callback to be stopped, which then is held.
   * @param moment a request about to go, or the answer that redirects to a custom scheme
   */
  evaluate(stopped: Stopped, moment: 'request' | 'answer'): BlockingAnswer | Promise<BlockingAnswer>;
  flowsChanged(): void;
  /** Stops callbacks to this redirect URI before its request was seen. Resolves when it is in force. */
  expect(redirectUri: string | undefined): Promise<void>;
  /** Cancels what waits for an answer, before the background ends itself. */
  cancelWaiting(): void;
  /** Frames that show the browser's error page: perhaps because of us. */
  lookAt(failed: readonly ShownFrame[]): void;
  isWatching(): boolean;
  switchOff(): Promise<void>;
  status(grantedOrigins: readonly string[]): HoldStatus;
  readonly handlers: HoldDecisions &
    Pick<Handlers, 'bystander' | 'decideBystander'> & { setHold(choice: HoldChoice): Promise<void> };
}

export function createHold(parts: HoldParts): Hold {
  const { flows, record, metadata, now, memory, rules, tabs, frames } = parts;
  let choice: HoldChoice = HOLD_OFF;
  let loaded = false;
  const expected = new Set<string>();
  const allowances = createAllowances(memory, now);

  const uris = (): readonly HeldUri[] => heldUris(choice, flows(), expected);
  const responses = (): readonly string[] =>
    choice.on && choice.only === undefined ? parts.responsePatterns() : [];
  const sync = async (): Promise<void> => rules?.want(holdRules(uris(), allowances.list(), responses()));
  const supportsRegex = rules?.supportsRegex ?? (async () => false);
  const arrivals = createArrivals(parts.answersAlone);
  const repeat = createRepeatStopped({ tabs, allowances, supportsRegex, sync });
  const bystanders = createBystanders({ arrivals, repeat, tabs, memory, now });
  const waiting = createWaiting(parts.stayAwake);
  const editors = createEditors({ tabs, memory, pagesInPrivate: rules === undefined });
  const sender = rules
    ? createReloadSender({ repeat, tabs, frames, memory, allowances, supportsRegex, sync })
    : createWaitingSender({ waiting, tabs, allowances, memory, naturalHeaders: parts.naturalHeaders });

  const ready = parts.flowsReady
    .then(() => memory.read())
    .then(async (kept) => {
      choice = kept.choice;
      allowances.load(kept.allowances);
      loaded = true;
      await sync();
    })
    .catch(() => {
      loaded = true;
    });

  const hold = (flow: Flow, stopped: Stopped): string => {
    const { tabId, frameId } = stopped;
    const holdId = crypto.randomUUID();
    const url = flow.callback?.url ?? '';
    const at = Math.max(now(), flow.updatedAt);
    const { initiator, repeatable } = arrivals.of(stopped);
    const arrival = { repeatable, ...(initiator === undefined ? {} : { initiator }) };
    record({
      ...metadata(at),
      kind: 'held',
      eventSource: 'hold',
      tabId,
      frameId,
      holdId,
      url,
      ...(rules ? { arrival } : {}),
    });
    void editors.open(tabId, holdId).catch(() => undefined);
    return holdId;
  };

  /** The id of the hold when this was a callback that now is held. */
  const catchCallback = (stopped: Stopped, moment?: 'request' | 'answer'): string | undefined => {
    if (allowances.admits(stopped)) return undefined;
    const flow = stoppedFlow(flows(), stopped);
    if (!flow?.callback || !isWanted(choice, flow.callback.url)) return undefined;
    if (moment === (flow.callback.response.customScheme ? 'request' : 'answer')) return undefined;
    return hold(flow, stopped);
  };

  /** @param last no other event source will tell more of this stop */
  const onBlocked = (stopped: Stopped, last: boolean): void => {
    if (!choice.on || catchCallback(stopped) || stoppedBefore(flows(), stopped) || !last) return;
    if (!isStopped(stopped.url, uris(), responses())) return;
    // At a redirect URI that is held even a response of no known flow is not sent on by itself.
    void bystanders.onStopped(stopped, isStopped(stopped.url, uris(), [])).catch(() => undefined);
  };

  const whenReady = (act: () => void): void => {
    if (loaded) act();
    else void ready.then(act);
  };

  const decisions = createHoldDecisions({
    ...parts,
    ready,
    sender,
    released: (holdId) => void editors.close(holdId).catch(() => undefined),
    dropped: (holdId) => waiting.answer(holdId, { cancel: true }),
  });

  const choose = async (next: HoldChoice): Promise<void> => {
    choice = next;
    await memory.keepChoice(next);
    await sync();
    parts.onChange();
  };

  return {
    ready,
    observed(observation) {
      const { kind } = observation;
      waiting.observed(observation);
      if (allowances.observed(observation)) void sync().catch(() => undefined);
      if (!rules || (loaded && !choice.on)) return;
      if (kind === 'request' || kind === 'navigating') arrivals.note(observation);
      else if (kind === 'request-failed' && isBlocked(observation.error))
        whenReady(() => onBlocked(observation, false));
      else if (kind === 'navigation-failed' && isBlocked(observation.error))
        whenReady(() => onBlocked(observation, true));
    },
    evaluate(stopped, moment) {
      const decide = (): BlockingAnswer | Promise<BlockingAnswer> => {
        const holdId = choice.on ? catchCallback(stopped, moment) : undefined;
        return holdId === undefined ? {} : waiting.begin(holdId, stopped);
      };
      return loaded ? decide() : ready.then(decide);
    },
    flowsChanged() {
      if (choice.on) void sync().catch(() => undefined);
    },
    async expect(redirectUri) {
      await ready;
      if (!choice.on || redirectUri === undefined) return;
      if (expected.size >= MAX_HELD_URIS) expected.clear();
      expected.add(redirectUri);
      await sync();
    },
    cancelWaiting: waiting.cancelAll,
    lookAt(failed) {
      if (rules) for (const frame of failed) onBlocked(frame, false);
    },
    isWatching: () => choice.on || flows().some(isHeld),
    async switchOff() {
      await ready;
      if (choice.on) await choose({ ...choice, on: false });
    },
    status(grantedOrigins) {
      const wanted = uris().flatMap(({ uri }) => patternOf(uri) ?? []);
      return {
        ...choice,
        known: knownUris(flows()),
        unreachable: [...new Set(missingPatterns(wanted, grantedOrigins))],
      };
    },
    handlers: {
      ...decisions,
      bystander: bystanders.find,
      decideBystander: bystanders.decide,
      async setHold(next) {
        await ready;
        const read = readChoice(next);
        if (read.on) await parts.startRecording();
        await choose(read);
      },
    },
  };
}

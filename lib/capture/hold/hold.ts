import type { Observation } from '../../flow/observation.ts';
import { isHeld } from '../../flow/status.ts';
import type { Flow } from '../../flow/types.ts';
import type { HoldChoice, HoldStatus } from '../../messaging/hold-protocol.ts';
import { isHttp } from '../../oauth/url.ts';
import type { Stamp } from '../../observe/stamp.ts';
import { missingPatterns, patternOf } from '../../providers/access-patterns.ts';
import type { ShownFrame } from '../look-at-tabs.ts';
import { readChoice } from './choice.ts';
import { createCourier } from './courier.ts';
import { heldUris, isWanted, knownUris, MAX_HELD_URIS } from './held-uris.ts';
import { createHoldDecisions, type HoldDecisions } from './hold-decisions.ts';
import type { HoldFrames } from './hold-frames.ts';
import { HOLD_OFF, type HoldMemory } from './hold-memory.ts';
import { holdRules, isStopped } from './hold-rules.ts';
import type { HoldTabs } from './hold-tabs.ts';
import { createPassOn } from './pass-on.ts';
import { createPassages } from './passages.ts';
import type { RuleKeeper } from './rule-keeper.ts';
import { isBlocked, type Stopped, stoppedBefore, stoppedFlow } from './stopped.ts';

export interface HoldParts {
  readonly flows: () => readonly Flow[];
  readonly flow: (id: string) => Promise<Flow | undefined>;
  /** Resolves when {@link flows} is complete. */
  readonly flowsReady: Promise<unknown>;
  readonly record: (observation: Observation) => void;
  readonly stamp: (at: number) => Stamp;
  readonly now: () => number;
  readonly memory: HoldMemory;
  /** Absent where requests are stopped by the answer of a listener. */
  readonly rules: RuleKeeper | undefined;
  readonly tabs: HoldTabs;
  readonly frames: HoldFrames;
  readonly startRecording: () => Promise<void>;
  readonly onChange: () => void;
}

/** What a blocking listener answers. */
type Judgement = { readonly cancel?: true };

/** Stops callbacks before the application receives them, and lets them go on. */
export interface Hold {
  readonly ready: Promise<void>;
  /** To be told of every observation, after it was folded in. */
  observed(observation: Observation): void;
  /**
   * Whether this is a callback to be stopped, which then is held.
   * @param moment a request about to go, or the answer that redirects to a custom scheme
   */
  judge(stopped: Stopped, moment: 'request' | 'answer'): Judgement | Promise<Judgement>;
  flowsChanged(): void;
  /** Stops callbacks to this redirect URI before its request was seen. Resolves when it is in force. */
  expect(redirectUri: string | undefined): Promise<void>;
  /** Frames that show the browser's error page: perhaps because of us. */
  lookAt(failed: readonly ShownFrame[]): void;
  isWatching(): boolean;
  switchOff(): Promise<void>;
  status(grantedOrigins: readonly string[]): HoldStatus;
  readonly handlers: HoldDecisions & { setHold(choice: HoldChoice): Promise<void> };
}

export function createHold(parts: HoldParts): Hold {
  const { flows, record, stamp, now, memory, rules, tabs, frames } = parts;
  let choice: HoldChoice = HOLD_OFF;
  let loaded = false;
  const expected = new Set<string>();
  const passages = createPassages(memory, now);

  const uris = (): readonly string[] => heldUris(choice, flows(), expected);
  const anything = (): boolean => choice.on && choice.only === undefined;
  const sync = async (): Promise<void> => rules?.want(holdRules(uris(), passages.list(), anything()));
  const courier = createCourier({
    tabs,
    frames,
    memory,
    passages,
    sync,
    pagesInPrivate: rules === undefined,
  });
  const passOn = createPassOn(courier, now);

  const ready = parts.flowsReady
    .then(() => memory.read())
    .then(async (kept) => {
      choice = kept.choice;
      passages.load(kept.passages);
      loaded = true;
      await sync();
    })
    .catch(() => {
      loaded = true;
    });

  const hold = (flow: Flow, { tabId, frameId }: Stopped): void => {
    const holdId = crypto.randomUUID();
    const url = flow.callback?.url ?? '';
    const at = Math.max(now(), flow.updatedAt);
    record({ ...stamp(at), kind: 'held', witness: 'hold', tabId, frameId, holdId, url });
    void showPage(flow, frameId, holdId).catch(() => undefined);
  };

  const showPage = async ({ tabId }: Flow, frameId: number, id: string): Promise<void> => {
    const tab = await tabs.find(tabId);
    if (!tab || (tab.private && rules)) return;
    if (frameId === 0) await tabs.show(tabId, { id });
    else await tabs.openBeside(tabId, { id });
  };

  const catchCallback = (stopped: Stopped, moment?: 'request' | 'answer'): boolean => {
    if (passages.admits(stopped)) return false;
    const flow = stoppedFlow(flows(), stopped);
    if (!flow?.callback || !isWanted(choice, flow.callback.url)) return false;
    if (moment === (flow.callback.response.customScheme ? 'request' : 'answer')) return false;
    hold(flow, stopped);
    return true;
  };

  /** @param last no other witness will tell more of this stop */
  const onBlocked = (stopped: Stopped, last: boolean): void => {
    if (!choice.on || catchCallback(stopped) || stoppedBefore(flows(), stopped) || !last) return;
    if (isStopped(stopped.url, uris(), anything())) passOn.send(stopped);
  };

  const whenReady = (act: () => void): void => {
    if (loaded) act();
    else void ready.then(act);
  };

  const decisions = createHoldDecisions({ ...parts, ready, courier });

  const choose = async (next: HoldChoice): Promise<void> => {
    choice = next;
    await memory.keepChoice(next);
    await sync();
    parts.onChange();
  };

  return {
    ready,
    observed(observation) {
      const { kind, tabId } = observation;
      if (kind === 'request' && rules && observation.method !== 'GET')
        whenReady(() => {
          if (choice.on && isStopped(observation.url, uris(), anything())) passOn.remember(observation);
        });
      if (kind === 'request-failed' && rules && isBlocked(observation.error))
        whenReady(() => onBlocked(observation, false));
      else if (kind === 'navigation-failed' && rules && isBlocked(observation.error))
        whenReady(() => onBlocked(observation, true));
      else if (kind === 'navigation-failed' || (kind === 'committed' && isHttp(observation.url))) {
        if (passages.close(observation)) void sync().catch(() => undefined);
      } else if (kind === 'closed' && passages.closeTab(tabId)) void sync().catch(() => undefined);
    },
    judge(stopped, moment) {
      const decide = (): Judgement => (choice.on && catchCallback(stopped, moment) ? { cancel: true } : {});
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
    lookAt(failed) {
      for (const frame of failed) {
        const known = flows().find(
          (flow) => isHeld(flow) && flow.tabId === frame.tabId && flow.callback?.url === frame.url,
        );
        if (known?.hold) void showPage(known, frame.frameId, known.hold.id).catch(() => undefined);
        else if (rules) onBlocked(frame, false);
      }
    },
    isWatching: () => choice.on || flows().some(isHeld),
    async switchOff() {
      await ready;
      if (choice.on) await choose({ ...choice, on: false });
    },
    status(grantedOrigins) {
      const wanted = uris().flatMap((uri) => patternOf(uri) ?? []);
      return {
        ...choice,
        known: knownUris(flows()),
        unreachable: [...new Set(missingPatterns(wanted, grantedOrigins))],
      };
    },
    handlers: {
      ...decisions,
      async setHold(next) {
        await ready;
        const read = readChoice(next);
        if (read.on) await parts.startRecording();
        await choose(read);
      },
    },
  };
}

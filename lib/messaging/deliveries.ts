import type { CommandName, CommandOutcome, Failure } from './protocol.ts';

/** Commands that do the same when they are carried out twice; any other is begun at most once. */
const REPEATABLE: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['status', 'setRecording', 'flow', 'others', 'recentCallbacks', 'markSeen', 'lookAtTabs'] as const),
  ...([
    'setRecordingMode',
    'pin',
    'recordCall',
    'setHold',
    'heldFlow',
    'showHeld',
    'importFlows',
    'submitWebhooks',
  ] as const),
]);

/** Deliveries that are remembered in storage, each a few bytes. */
const MOST = 200;

const PREFIX = 'command:';

/** The part of a storage area that deliveries use: it outlives the background and not the browser's session. */
export interface DeliveryArea {
  get(keys: null | string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Carries out each command once, however often it is delivered. */
export type Deliver = (
  id: string | undefined,
  name: CommandName,
  run: () => Promise<CommandOutcome<unknown>>,
) => Promise<CommandOutcome<unknown>>;

/**
 * A page sends a command again, with the same id, when the background stopped before it answered. The same life of the
 * background then gives the same answer; a later one carries out what can be repeated, and of anything else says that it
 * was interrupted.
 */
export function createDeliveries(area: DeliveryArea, now: () => number): Deliver {
  const underway = new Map<string, Promise<CommandOutcome<unknown>>>();
  const once = async (
    id: string,
    name: CommandName,
    run: () => Promise<CommandOutcome<unknown>>,
  ): Promise<CommandOutcome<unknown>> => {
    if (REPEATABLE.has(name)) return run();
    const key = PREFIX + id;
    const begun = await area.get(key).catch(() => ({}) as Record<string, unknown>);
    if (begun[key] !== undefined) return { ok: false, failure: interrupted(name) };
    // A command is not refused because there is no room to remember it.
    await area.set({ [key]: now() }).catch(() => undefined);
    void forgetOldest(area).catch(() => undefined);
    return run();
  };
  return (id, name, run) => {
    if (id === undefined) return run();
    const known = underway.get(id);
    if (known) return known;
    const outcome = once(id, name, run);
    underway.set(id, outcome);
    if (underway.size > MOST) underway.delete(underway.keys().next().value as string);
    return outcome;
  };
}

async function forgetOldest(area: DeliveryArea): Promise<void> {
  const known = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(PREFIX));
  if (known.length <= MOST) return;
  const oldest = known.toSorted(([, a], [, b]) => Number(a) - Number(b)).slice(0, known.length - MOST);
  await area.remove(oldest.map(([key]) => key));
}

function interrupted(name: CommandName): Failure {
  return {
    code: 'interrupted',
    message: `The browser stopped Grantscope’s background while it carried out ${name}, so that it may be done only in part.`,
    remedy: 'Look whether it took effect; if it did not, do it again.',
  };
}

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

/** Deliveries that are remembered in storage, each an id. */
export const MAX_BEGUN_COMMANDS = 200;

/** Under it lie the ids of the last commands that were begun, the oldest first. */
const KEY = 'commands';

/** The part of a storage area that deliveries use: it outlives the background and not the browser's session. */
export interface DeliveryArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
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
export function createDeliveries(area: DeliveryArea): Deliver {
  /** Read once in a life of the background, which alone writes it. */
  let reading: Promise<void> | undefined;
  let begun: readonly string[] = [];
  const read = async (): Promise<void> => {
    begun = await readBegun(area);
  };
  const underway = new Map<string, Promise<CommandOutcome<unknown>>>();
  const once = async (
    id: string,
    name: CommandName,
    run: () => Promise<CommandOutcome<unknown>>,
  ): Promise<CommandOutcome<unknown>> => {
    if (REPEATABLE.has(name)) return run();
    reading ??= read();
    await reading;
    if (begun.includes(id)) return { ok: false, failure: interrupted(name) };
    begun = [...begun, id].slice(-MAX_BEGUN_COMMANDS);
    // A command is not refused because there is no room to remember it.
    await area.set({ [KEY]: begun }).catch(() => undefined);
    return run();
  };
  return (id, name, run) => {
    if (id === undefined) return run();
    const known = underway.get(id);
    if (known) return known;
    const outcome = once(id, name, run);
    underway.set(id, outcome);
    if (underway.size > MAX_BEGUN_COMMANDS) underway.delete(underway.keys().next().value as string);
    return outcome;
  };
}

async function readBegun(area: DeliveryArea): Promise<readonly string[]> {
  const stored = await area.get(KEY).then(
    (read) => read[KEY],
    () => undefined,
  );
  return Array.isArray(stored)
    ? stored.filter((id) => typeof id === 'string').slice(-MAX_BEGUN_COMMANDS)
    : [];
}

function interrupted(name: CommandName): Failure {
  return {
    code: 'interrupted',
    message: `The browser stopped Grantscope’s background while it carried out ${name}, so that it may be done only in part.`,
    remedy: 'Look whether it took effect; if it did not, do it again.',
  };
}

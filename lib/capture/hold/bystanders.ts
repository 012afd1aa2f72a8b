import type { Bystander } from '../../messaging/hold-protocol.ts';
import type { Arrivals } from './arrivals.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';
import { nothingStopped } from './refusals.ts';
import type { RepeatStopped } from './repeat-stopped.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds within which the same request is repeated once only, so that nothing goes round in circles. */
export const REPEAT_ONCE_WITHIN = 10_000;

/** Pages that ask at once; a page that causes more of them opens no more tabs. */
const MOST_QUESTIONS = 5;

const REMEMBERED = 50;

export interface BystanderParts {
  readonly arrivals: Arrivals;
  readonly repeat: RepeatStopped;
  readonly tabs: HoldTabs;
  readonly memory: Pick<HoldMemory, 'readBystanders' | 'keepBystanders'>;
  readonly now: () => number;
}

/**
 * Requests that the rules stopped and that are no callbacks. The browser repeats them by itself where a reload sends
 * exactly what was stopped; the user is asked about all others, since anything else could carry more than was sent.
 */
export interface Bystanders {
  /** @param held whether it goes to a redirect URI at which callbacks are held */
  onStopped(stopped: Stopped, held: boolean): Promise<void>;
  find(id: string): Promise<Bystander | undefined>;
  /** What the user decided: send it by a reload, or leave it. */
  decide(id: string, send: boolean): Promise<void>;
}

export function createBystanders({ arrivals, repeat, tabs, memory, now }: BystanderParts): Bystanders {
  const repeated = new Map<string, number>();

  const isNew = ({ tabId, url }: Stopped): boolean => {
    const key = `${tabId} ${url}`;
    const last = repeated.get(key) ?? Number.NEGATIVE_INFINITY;
    repeated.delete(key);
    repeated.set(key, now());
    const [oldest] = repeated.keys();
    if (repeated.size > REMEMBERED && oldest !== undefined) repeated.delete(oldest);
    return now() - last >= REPEAT_ONCE_WITHIN;
  };

  const ask = async (stopped: Stopped): Promise<void> => {
    const { tabId, frameId, url } = stopped;
    const known = await memory.readBystanders();
    const shown = await Promise.all(known.map((one) => tabs.showsError(one)));
    const open = known.filter((_, index) => shown[index]);
    if (open.length >= MOST_QUESTIONS) return;
    if (open.some((one) => one.tabId === tabId && one.frameId === frameId && one.url === url)) return;
    const { method, initiator } = arrivals.of(stopped);
    const id = crypto.randomUUID();
    const bystander = { id, tabId, frameId, url, method, ...(initiator ? { initiator } : {}) };
    await memory.keepBystanders([...open, bystander]);
    const tab = await tabs.find(tabId);
    if (tab && !tab.private) await tabs.openBeside(tabId, { stopped: id });
  };

  return {
    async onStopped(stopped, held) {
      const { method, answers, repeatable } = arrivals.of(stopped);
      const asked = stopped.frameId !== 0 || !repeatable || (held && answers);
      if (asked || !isNew(stopped)) return ask(stopped);
      if (await repeat.isThere(stopped)) await repeat.send({ ...stopped, method });
    },
    find: async (id) => (await memory.readBystanders()).find((one) => one.id === id),
    async decide(id, send) {
      const open = await memory.readBystanders();
      const one = open.find((known) => known.id === id);
      if (!one) throw nothingStopped();
      if (send) {
        if (one.frameId !== 0 || !(await repeat.isThere(one))) throw nothingStopped();
        await repeat.send(one);
        await tabs.focus(one.tabId);
      }
      await memory.keepBystanders(open.filter((known) => known.id !== id));
    },
  };
}

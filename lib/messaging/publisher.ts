import { browser } from '../browser/browser.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { createPace } from './pace.ts';
import { type CaptureStatus, FLOWS_PORT, type Push, type Subscribe } from './protocol.ts';
import { isOwnPage } from './sender.ts';

/** Milliseconds between two pushes in a burst of changes; the first is pushed at once. */
export const PUSH_INTERVAL = 100;

/** The same where a flow came to its end, which somebody may be waiting for. */
export const URGENT_PUSH_INTERVAL = 30;

/** Changed flows remembered for pages that reconnect; a page that missed more gets a snapshot. */
export const MAX_REMEMBERED = 5_000;

type Port = ReturnType<typeof browser.runtime.connect>;

export interface PublisherParts {
  readonly epoch: string;
  readonly ready: Promise<unknown>;
  /** The row of a flow as it is now. */
  readonly summary: (id: string) => FlowSummary | undefined;
  readonly summaries: () => readonly FlowSummary[];
  readonly status: () => Promise<CaptureStatus>;
  /** Called before anything is told to a page: issues the writes of what it is about. */
  readonly flush: () => void;
  /** Told how many panels and workbenches are connected, whenever that changes; a page hears of flows when it is done. */
  readonly onOpenPages: (count: number) => Promise<void>;
  readonly onSubscribed: () => void;
}

/** Pushes changes, not whole lists, to every connected page. Registers its listener at once. */
export interface Publisher {
  publish(change: {
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly ended?: boolean;
  }): void;
}

export function createPublisher(parts: PublisherParts): Publisher {
  const { epoch, ready, summary, summaries, status, flush, onOpenPages, onSubscribed } = parts;
  const ports = new Set<Port>();
  const open = new Set<Port>();
  /** Sequence number of the last change of each flow, in their order. */
  const remembered = new Map<string, number>();
  let sequence = 0;
  let forgotten = 0;
  const pending = new Set<string>();
  let opening: Promise<void> = Promise.resolve();

  const remember = (id: string): void => {
    sequence += 1;
    remembered.delete(id);
    remembered.set(id, sequence);
    const [oldest] = remembered;
    if (oldest === undefined || remembered.size <= MAX_REMEMBERED) return;
    remembered.delete(oldest[0]);
    forgotten = oldest[1];
  };
  const changesOf = async (ids: Iterable<string>): Promise<Push> => {
    // What changes while the status is asked for is told with the next push.
    const submitted = sequence;
    const now = await status();
    const changed: FlowSummary[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const row = summary(id);
      if (row) changed.push(row);
      else removed.push(id);
    }
    return { kind: 'changes', epoch, sequence: submitted, changed, removed, status: now };
  };
  const push = async (): Promise<void> => {
    const ids = [...pending];
    pending.clear();
    const message = await changesOf(ids);
    flush();
    for (const port of ports) send(port, message);
  };
  const pace = createPace(() => void push());

  const subscribed = async (port: Port, { epoch: last, after }: Subscribe): Promise<void> => {
    await Promise.all([ready, opening]);
    onSubscribed();
    const began = sequence;
    if (last === epoch && after !== undefined && after >= forgotten) {
      const missed = [...remembered].filter(([, changedAt]) => changedAt > after).map(([id]) => id);
      send(port, await changesOf(missed));
    } else {
      const now = await status();
      send(port, { kind: 'snapshot', epoch, sequence, flows: summaries(), status: now });
    }
    ports.add(port);
    // What changed while the status was asked for was pushed to the other pages only.
    for (const [id, changedAt] of remembered) if (changedAt > began) pending.add(id);
    pace.within(PUSH_INTERVAL);
  };

  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== FLOWS_PORT || !isOwnPage(port.sender, own)) return;
    if (isPanel(port.sender?.url)) open.add(port);
    if (open.has(port)) opening = onOpenPages(open.size).catch(() => undefined);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (open.delete(port)) opening = onOpenPages(open.size).catch(() => undefined);
    });
    port.onMessage.addListener((message: unknown) => void subscribed(port, message as Subscribe));
  });

  return {
    publish({ changed, removed, ended }) {
      for (const id of [...changed, ...removed]) {
        remember(id);
        if (ports.size > 0) pending.add(id);
      }
      if (ports.size > 0) pace.within(ended ? URGENT_PUSH_INTERVAL : PUSH_INTERVAL);
    },
  };
}

/** Pages that record while they are open, by their names in the build. */
const PANELS: ReadonlySet<string> = new Set(['/panel.html', '/workbench.html']);

function isPanel(url: string | undefined): boolean {
  return url !== undefined && PANELS.has(new URL(url).pathname);
}

/** A page may go while a push is on its way. */
function send(port: Port, push: Push): void {
  try {
    port.postMessage(push);
  } catch {
    port.disconnect();
  }
}

import { browser } from '../browser/browser.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { type CaptureStatus, FLOWS_PORT, type Push, type Subscribe } from './protocol.ts';
import { isOwnPage } from './sender.ts';

/** Milliseconds for which changes are gathered before they are pushed together. */
export const GATHER_MILLISECONDS = 10;

/** Removals remembered for pages that reconnect; a page that missed more gets a snapshot. */
export const MAX_REMEMBERED = 5_000;

type Port = ReturnType<typeof browser.runtime.connect>;

export interface PublisherParts {
  readonly epoch: string;
  readonly ready: Promise<unknown>;
  readonly summaries: () => readonly FlowSummary[];
  readonly status: () => Promise<CaptureStatus>;
  readonly onSubscribed: () => void;
}

/** Pushes changes, not whole lists, to every connected page. Registers its listener at once. */
export interface Publisher {
  publish(change: { readonly changed: readonly FlowSummary[]; readonly removed: readonly string[] }): void;
}

export function createPublisher({
  epoch,
  ready,
  summaries,
  status,
  onSubscribed,
}: PublisherParts): Publisher {
  const ports = new Set<Port>();
  const remembered: { sequence: number; id: string; summary?: FlowSummary }[] = [];
  let sequence = 0;
  let forgotten = 0;
  let pending: { changed: Map<string, FlowSummary>; removed: Set<string> } | undefined;

  const flush = async (): Promise<void> => {
    const gathered = pending;
    pending = undefined;
    if (!gathered) return;
    const push: Push = {
      kind: 'changes',
      epoch,
      sequence,
      changed: [...gathered.changed.values()],
      removed: [...gathered.removed],
      status: await status(),
    };
    for (const port of ports) send(port, push);
  };

  const remember = (id: string, summary?: FlowSummary): void => {
    sequence += 1;
    remembered.push(summary ? { sequence, id, summary } : { sequence, id });
    if (remembered.length > MAX_REMEMBERED) forgotten = remembered.shift()?.sequence ?? forgotten;
  };

  const subscribed = async (port: Port, { epoch: last, after }: Subscribe): Promise<void> => {
    await ready;
    onSubscribed();
    const now = await status();
    if (last === epoch && after !== undefined && after >= forgotten) {
      const missed = new Map(
        remembered.filter((one) => one.sequence > after).map((one) => [one.id, one.summary]),
      );
      const changed = [...missed.values()].filter((summary) => summary !== undefined);
      const removed = [...missed].filter(([, summary]) => summary === undefined).map(([id]) => id);
      send(port, { kind: 'changes', epoch, sequence, changed, removed, status: now });
    } else {
      send(port, { kind: 'snapshot', epoch, sequence, flows: summaries(), status: now });
    }
    ports.add(port);
  };

  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== FLOWS_PORT || !isOwnPage(port.sender, own)) return;
    port.onDisconnect.addListener(() => ports.delete(port));
    port.onMessage.addListener((message: unknown) => void subscribed(port, message as Subscribe));
  });

  return {
    publish({ changed, removed }) {
      if (!pending) {
        pending = { changed: new Map(), removed: new Set() };
        setTimeout(() => void flush(), GATHER_MILLISECONDS);
      }
      for (const summary of changed) {
        remember(summary.id, summary);
        pending.changed.set(summary.id, summary);
        pending.removed.delete(summary.id);
      }
      for (const id of removed) {
        remember(id);
        pending.changed.delete(id);
        pending.removed.add(id);
      }
    },
  };
}

/** A page may go while a push is on its way. */
function send(port: Port, push: Push): void {
  try {
    port.postMessage(push);
  } catch {
    port.disconnect();
  }
}

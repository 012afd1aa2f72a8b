import type { HistoryLock } from '../messaging/lock-protocol.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';
import type { SessionStore } from '../storage/session-values.ts';
import type { Dropped } from './dropped.ts';
import type { FlowStore } from './flow-store.ts';
import type { Hold } from './hold/hold.ts';
import type { HostAccess } from './host-access.ts';
import type { Recording } from './recording.ts';

interface StatusParts {
  readonly store: Pick<FlowStore, 'tally' | 'history'>;
  readonly recording: Pick<Recording, 'isOn' | 'mode'>;
  readonly hold: Pick<Hold, 'status'>;
  readonly access: HostAccess;
  readonly session: Pick<SessionStore, 'read'>;
  readonly dropped: Dropped;
  readonly lock: () => HistoryLock;
  readonly ready: Promise<void>;
}

/** Gives what the background is doing; nothing in it grows with the number of flows. */
export function createCaptureStatus(parts: StatusParts): () => Promise<CaptureStatus> {
  const { store, recording, hold, access, session, dropped, lock, ready } = parts;
  const { tally } = store;
  return async () => {
    await ready;
    const [origins, values, privateAllowed, history] = await Promise.all([
      access.origins(),
      session.read(),
      access.privateAllowed(),
      store.history.status(),
    ]);
    const kept = dropped.with(values);
    const locked = lock();
    return {
      recording: recording.isOn(),
      recordingMode: recording.mode(),
      flows: tally.flows,
      held: tally.held,
      hold: hold.status(origins),
      dropped: kept.dropped,
      ...(kept.droppedReason === '' ? {} : { droppedReason: kept.droppedReason }),
      missed: tally.missed,
      unseen: tally.unseen(values.seenAt),
      allSites: origins.some((origin) => origin === '<all_urls>' || origin === '*://*/*'),
      accessOrigins: origins,
      privateAllowed,
      history: {
        ...history,
        expired: values.expired,
        ...(locked === 'none' ? {} : { lock: locked }),
        ...(values.lost === 0 ? {} : { lost: values.lost }),
        ...(values.interrupted === 0 ? {} : { interrupted: values.interrupted }),
      },
    };
  };
}

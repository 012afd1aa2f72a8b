import { CommandError } from '../messaging/command-error.ts';
import type { HistoryLock, LockOrder } from '../messaging/lock-protocol.ts';
import { LockedError } from '../storage/locked-error.ts';
import type { Vault } from '../storage/vault.ts';

interface LockParts {
  readonly vault: Pick<Vault, 'lock' | 'setPassphrase' | 'removePassphrase' | 'unlock' | 'close'>;
  /** Moves what is over to the disk and forgets in memory what is there. */
  readonly conceal: () => Promise<void>;
  /** Reads what is on disk again. */
  readonly reveal: () => Promise<void>;
  /** Minutes without use after which it locks; 0 for never. */
  readonly lockAfter: () => Promise<number>;
  /** When it was last used, in milliseconds since the epoch; it outlives the background. */
  readonly usedAt: { read(): Promise<number>; write(at: number): Promise<void> };
  readonly now: () => number;
  readonly onChange: () => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The lock of the history: a passphrase opens it, idleness or a click closes it. */
export interface HistoryLocking {
  state(): HistoryLock;
  run(order: LockOrder): Promise<{ readonly lock: HistoryLock }>;
  /** Notes that somebody uses the history now. */
  used(): void;
  /** Reads the state, and locks when nobody used the history for as long as was chosen. Never rejects. */
  check(): Promise<void>;
}

/** Milliseconds after a wrong passphrase in which no other is tried. */
const WRONG_PASSPHRASE_PAUSE = 1_000;

const MINUTE = 60_000;

/** Uses within this time are noted once. */
const NOTED_EVERY = 15_000;

export function createHistoryLock(parts: LockParts): HistoryLocking {
  const { vault, conceal, reveal, lockAfter, usedAt, now, onChange } = parts;
  const { wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) } = parts;
  let state: HistoryLock = 'none';
  let noted = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const refresh = async (): Promise<void> => {
    const before = state;
    state = await vault.lock();
    if (before !== state) onChange();
  };
  const note = async (): Promise<void> => {
    noted = now();
    await usedAt.write(noted).catch(() => undefined);
  };
  const lockNow = async (): Promise<void> => {
    await conceal().catch(() => undefined);
    await vault.close();
  };
  const checkOnce = async (): Promise<void> => {
    clearTimeout(timer);
    await refresh();
    const minutes = state === 'open' ? await lockAfter() : 0;
    if (minutes === 0) return;
    const left = (await usedAt.read()) + minutes * MINUTE - now();
    if (left > 0) timer = setTimeout(() => void check(), left);
    else {
      await lockNow();
      await refresh();
    }
  };
  const check = (): Promise<void> => inTurn(checkOnce).catch(() => undefined);

  const act = async (order: LockOrder): Promise<void> => {
    if (order.act === 'lock') return lockNow();
    if (order.act === 'set') return vault.setPassphrase(order.passphrase);
    if (order.act === 'remove') return vault.removePassphrase();
    if (!(await vault.unlock(order.passphrase))) {
      await wait(WRONG_PASSPHRASE_PAUSE);
      throw new CommandError({
        code: 'wrong-passphrase',
        message: 'This is not the passphrase of the history.',
        remedy: 'Try again. Without it the history cannot be read: “Erase everything…” begins a new one.',
      });
    }
    await reveal().catch(() => undefined);
  };

  return {
    state: () => state,
    check,
    used() {
      if (state !== 'open' || now() - noted < NOTED_EVERY) return;
      void note();
    },
    run: (order) =>
      inTurn(async () => {
        await act(order).catch((error: unknown) => {
          throw error instanceof LockedError ? locked() : error;
        });
        await note();
        await checkOnce();
        return { lock: state };
      }),
  };
}

function locked(): CommandError {
  return new CommandError({
    code: 'locked',
    message: 'The history is locked.',
    remedy: 'Unlock it with its passphrase first.',
  });
}

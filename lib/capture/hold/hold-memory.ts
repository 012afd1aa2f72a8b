import type { ReleasedRequest } from '../../flow/hold-types.ts';
import type { Bystander, HoldChoice } from '../../messaging/hold-protocol.ts';
import type { Allowance } from './allowances.ts';

const CHOICE = 'hold:choice';
const ALLOWANCES = 'hold:passages';
const BYSTANDERS = 'hold:bystanders';
const ORDER = 'hold:order:';
const EDITOR = 'hold:editor:';

export const HOLD_OFF: HoldChoice = { on: false };

/** What holding remembers while the background sleeps; in storage.session, so that it ends with the browser. */
export interface HoldMemory {
  read(): Promise<{ readonly choice: HoldChoice; readonly allowances: readonly Allowance[] }>;
  keepChoice(choice: HoldChoice): Promise<void>;
  keepAllowances(allowances: readonly Allowance[]): Promise<void>;
  readBystanders(): Promise<readonly Bystander[]>;
  keepBystanders(bystanders: readonly Bystander[]): Promise<void>;
  /** Notes the tab that was opened to show a held callback. */
  keepEditor(holdId: string, tabId: number): Promise<void>;
  /** Takes that note, once. */
  takeEditor(holdId: string): Promise<number | undefined>;
  /** Leaves a request for the hold page to send; the key is the only way to it. */
  leaveOrder(key: string, request: ReleasedRequest): Promise<void>;
  /** Takes it, once. */
  takeOrder(key: string): Promise<ReleasedRequest | undefined>;
}

interface HoldArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export function createHoldMemory(area: HoldArea): HoldMemory {
  const taken = new Set<string>();
  return {
    async read() {
      const stored = await area.get([CHOICE, ALLOWANCES]);
      return {
        choice: (stored[CHOICE] as HoldChoice | undefined) ?? HOLD_OFF,
        allowances: (stored[ALLOWANCES] as readonly Allowance[] | undefined) ?? [],
      };
    },
    keepChoice: (choice) => area.set({ [CHOICE]: choice }),
    keepAllowances: (allowances) => area.set({ [ALLOWANCES]: allowances }),
    async readBystanders() {
      const { [BYSTANDERS]: kept } = await area.get(BYSTANDERS);
      return (kept as readonly Bystander[] | undefined) ?? [];
    },
    keepBystanders: (bystanders) => area.set({ [BYSTANDERS]: bystanders }),
    keepEditor: (holdId, tabId) => area.set({ [EDITOR + holdId]: tabId }),
    async takeEditor(holdId) {
      const tabId = (await area.get(EDITOR + holdId))[EDITOR + holdId];
      await area.remove([EDITOR + holdId]);
      return typeof tabId === 'number' ? tabId : undefined;
    },
    leaveOrder: (key, request) => area.set({ [ORDER + key]: request }),
    async takeOrder(key) {
      if (taken.has(key)) return undefined;
      taken.add(key);
      const order = (await area.get(ORDER + key))[ORDER + key] as ReleasedRequest | undefined;
      await area.remove([ORDER + key]);
      return order;
    },
  };
}

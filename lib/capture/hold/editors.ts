import type { HoldMemory } from './hold-memory.ts';
import type { HoldTabs } from './hold-tabs.ts';

/** Tabs that were opened by themselves to show a held callback. */
export interface Editors {
  /** Beside the tab that was stopped: only its own error page, or its waiting request, can send the callback on. */
  open(tabId: number, holdId: string): Promise<void>;
  /** Closes the tab that was opened for this callback, if it still shows it; never one that the user opened. */
  close(holdId: string): Promise<void>;
}

interface EditorsParts {
  readonly tabs: Pick<HoldTabs, 'find' | 'openBeside' | 'closeIfShowing'>;
  readonly memory: Pick<HoldMemory, 'keepEditor' | 'takeEditor'>;
  /** Whether the browser shows our pages in private windows. */
  readonly pagesInPrivate: boolean;
}

/** Which tabs these are outlives the background. */
export function createEditors({ tabs, memory, pagesInPrivate }: EditorsParts): Editors {
  /** Those that are being opened; a release may come before its tab is there. */
  const opening = new Map<string, Promise<void>>();
  const open = async (tabId: number, holdId: string): Promise<void> => {
    const tab = await tabs.find(tabId);
    if (!tab || (tab.private && !pagesInPrivate)) return;
    await memory.keepEditor(holdId, await tabs.openBeside(tabId, { id: holdId }));
  };
  return {
    open(tabId, holdId) {
      const opened = open(tabId, holdId).finally(() => opening.delete(holdId));
      opening.set(holdId, opened);
      return opened;
    },
    async close(holdId) {
      await opening.get(holdId)?.catch(() => undefined);
      const opened = await memory.takeEditor(holdId);
      if (opened !== undefined) await tabs.closeIfShowing(opened, { id: holdId });
    },
  };
}

import type { HoldMemory } from './hold-memory.ts';
import { canonicalBase, type Passage } from './hold-rules.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds after which a passage that nobody used is closed. */
export const PASSAGE_MILLISECONDS = 60_000;

/** Which released requests may pass now, although their callback is held elsewhere. */
export interface Passages {
  list(): readonly Passage[];
  load(known: readonly Passage[]): void;
  open(place: Pick<Stopped, 'tabId' | 'frameId' | 'url'>): Promise<void>;
  /** The frame arrived somewhere or failed to: what was open for it is used. Gives whether there was any. */
  close(place: Pick<Stopped, 'tabId' | 'frameId'>): boolean;
  closeTab(tabId: number): boolean;
  admits(place: Pick<Stopped, 'tabId' | 'url'>): boolean;
}

export function createPassages(memory: Pick<HoldMemory, 'keepPassages'>, now: () => number): Passages {
  let passages: readonly Passage[] = [];
  const keepOnly = (accept: (passage: Passage) => boolean): boolean => {
    const kept = passages.filter(accept);
    if (kept.length === passages.length) return false;
    passages = kept;
    void memory.keepPassages(kept);
    return true;
  };
  return {
    list: () => passages,
    load(known) {
      passages = known.filter(({ since }) => now() - since < PASSAGE_MILLISECONDS);
    },
    async open({ tabId, frameId, url }) {
      const base = canonicalBase(url);
      if (base === undefined) return;
      passages = [...passages, { tabId, frameId, base, since: now() }];
      await memory.keepPassages(passages);
    },
    close: ({ tabId, frameId }) =>
      keepOnly((passage) => passage.tabId !== tabId || passage.frameId !== frameId),
    closeTab: (tabId) => keepOnly((passage) => passage.tabId !== tabId),
    admits: ({ tabId, url }) =>
      passages.some((passage) => passage.tabId === tabId && passage.base === canonicalBase(url)),
  };
}

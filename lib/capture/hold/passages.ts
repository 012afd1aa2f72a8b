import type { Observation } from '../../flow/observation.ts';
import type { UrlCondition } from './exact-url.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HeaderChange } from './hold-rules.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds after which a passage that nobody used is closed; a browser may ask first whether to send a form again. */
export const PASSAGE_MILLISECONDS = 600_000;

interface ExactUrl {
  readonly url: string;
  readonly condition: UrlCondition;
}

/** A released request that may pass: once, in this frame, this URL. */
export interface Passage {
  readonly tabId: number;
  readonly frameId: number;
  readonly from: ExactUrl;
  /** The URL to which it is changed on the way. */
  readonly to?: ExactUrl;
  readonly headers?: readonly HeaderChange[];
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Which released requests may pass now, although their callback is held elsewhere. */
export interface Passages {
  list(): readonly Passage[];
  load(known: readonly Passage[]): void;
  open(passage: Omit<Passage, 'since'>): Promise<void>;
  /** To be told of every observation of a frame. Gives whether a passage was closed by it: its request arrived or failed. */
  observed(observation: Observation): boolean;
  admits(place: Pick<Stopped, 'tabId' | 'url'>): boolean;
  /** Whether a request went through a passage of this frame since it was opened, or it was closed again. */
  wasUsed(place: Pick<Stopped, 'tabId' | 'frameId'>): boolean;
}

export function createPassages(memory: Pick<HoldMemory, 'keepPassages'>, now: () => number): Passages {
  let passages: readonly Passage[] = [];
  const used = new Set<Passage>();
  const keepOnly = (accept: (passage: Passage) => boolean): boolean => {
    const kept = passages.filter(accept);
    if (kept.length === passages.length) return false;
    for (const passage of passages) if (!kept.includes(passage)) used.delete(passage);
    passages = kept;
    void memory.keepPassages(kept);
    return true;
  };
  const isFresh = ({ since }: Passage): boolean => now() - since < PASSAGE_MILLISECONDS;
  const ofFrame =
    ({ tabId, frameId }: Pick<Stopped, 'tabId' | 'frameId'>) =>
    (passage: Passage): boolean =>
      passage.tabId === tabId && passage.frameId === frameId;
  const leadsTo = ({ from, to }: Passage, url: string): boolean => from.url === url || to?.url === url;
  return {
    list: () => passages.filter(isFresh),
    load(known) {
      passages = known.filter(isFresh);
    },
    async open(passage) {
      const others = passages.filter((one) => isFresh(one) && !ofFrame(passage)(one));
      passages = [...others, { ...passage, since: now() }];
      await memory.keepPassages(passages);
    },
    observed(observation) {
      if (passages.length === 0) return false;
      const here = ofFrame(observation);
      switch (observation.kind) {
        case 'request':
          for (const passage of passages)
            if (here(passage) && leadsTo(passage, observation.url)) used.add(passage);
          return false;
        case 'committed':
          return keepOnly(
            (passage) => !here(passage) || !(used.has(passage) || leadsTo(passage, observation.url)),
          );
        case 'navigation-failed':
          return keepOnly((passage) => !here(passage) || !used.has(passage));
        case 'closed':
          return keepOnly(({ tabId }) => tabId !== observation.tabId);
        default:
          return false;
      }
    },
    admits: ({ tabId, url }) =>
      passages.some((passage) => passage.tabId === tabId && isFresh(passage) && leadsTo(passage, url)),
    wasUsed(place) {
      const open = passages.filter(ofFrame(place));
      return open.length === 0 || open.some((passage) => used.has(passage));
    },
  };
}

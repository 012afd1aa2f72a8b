import type { Observation } from '../../flow/observation.ts';
import type { UrlCondition } from './exact-url.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HeaderChange } from './hold-rules.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds after which an allowance that nobody used is closed; a browser may ask first whether to send a form again. */
export const ALLOWANCE_MILLISECONDS = 600_000;

interface ExactUrl {
  readonly url: string;
  readonly condition: UrlCondition;
}

/** A released request that may pass: once, in this frame, this URL. */
export interface Allowance {
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
export interface Allowances {
  list(): readonly Allowance[];
  load(known: readonly Allowance[]): void;
  open(allowance: Omit<Allowance, 'since'>): Promise<void>;
  /** To be told of every observation of a frame. Gives whether an allowance was closed by it: its request arrived or failed. */
  observed(observation: Observation): boolean;
  admits(place: Pick<Stopped, 'tabId' | 'url'>): boolean;
  /** Whether a request went through an allowance of this frame since it was opened, or it was closed again. */
  wasUsed(place: Pick<Stopped, 'tabId' | 'frameId'>): boolean;
}

export function createAllowances(memory: Pick<HoldMemory, 'keepAllowances'>, now: () => number): Allowances {
  let allowances: readonly Allowance[] = [];
  const used = new Set<Allowance>();
  const keepOnly = (accept: (allowance: Allowance) => boolean): boolean => {
    const kept = allowances.filter(accept);
    if (kept.length === allowances.length) return false;
    for (const allowance of allowances) if (!kept.includes(allowance)) used.delete(allowance);
    allowances = kept;
    void memory.keepAllowances(kept);
    return true;
  };
  const isFresh = ({ since }: Allowance): boolean => now() - since < ALLOWANCE_MILLISECONDS;
  const ofFrame =
    ({ tabId, frameId }: Pick<Stopped, 'tabId' | 'frameId'>) =>
    (allowance: Allowance): boolean =>
      allowance.tabId === tabId && allowance.frameId === frameId;
  const leadsTo = ({ from, to }: Allowance, url: string): boolean => from.url === url || to?.url === url;
  return {
    list: () => allowances.filter(isFresh),
    load(known) {
      allowances = known.filter(isFresh);
    },
    async open(allowance) {
      const others = allowances.filter((one) => isFresh(one) && !ofFrame(allowance)(one));
      allowances = [...others, { ...allowance, since: now() }];
      await memory.keepAllowances(allowances);
    },
    observed(observation) {
      if (allowances.length === 0) return false;
      const here = ofFrame(observation);
      switch (observation.kind) {
        case 'request':
          for (const allowance of allowances)
            if (here(allowance) && leadsTo(allowance, observation.url)) used.add(allowance);
          return false;
        case 'committed':
          return keepOnly(
            (allowance) => !here(allowance) || !(used.has(allowance) || leadsTo(allowance, observation.url)),
          );
        case 'navigation-failed':
          return keepOnly((allowance) => !here(allowance) || !used.has(allowance));
        case 'closed':
          return keepOnly(({ tabId }) => tabId !== observation.tabId);
        default:
          return false;
      }
    },
    admits: ({ tabId, url }) =>
      allowances.some(
        (allowance) => allowance.tabId === tabId && isFresh(allowance) && leadsTo(allowance, url),
      ),
    wasUsed(place) {
      const open = allowances.filter(ofFrame(place));
      return open.length === 0 || open.some((allowance) => used.has(allowance));
    },
  };
}

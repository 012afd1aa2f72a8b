import type { Arrival, ReleasedRequest } from '../../flow/hold-types.ts';
import type { NavigationStarted, RequestObserved } from '../../flow/observation.ts';
import { originOf } from '../../oauth/url.ts';
import { isSurelyCrossSite } from './site-relation.ts';
import type { Stopped } from './stopped.ts';

/** Navigations that are remembered. */
const REMEMBERED = 100;

/** How the navigations of the last moments came about, while Hold is on. */
export interface Arrivals {
  note(observation: RequestObserved | NavigationStarted): void;
  /** What is known of a request that was stopped. */
  of(stopped: Stopped): Arrival & { readonly method: string; readonly answers: boolean };
}

interface Chain {
  readonly place: string;
  readonly initiator: string | undefined;
  /** Whether its first request was seen, and not only one after a redirect. */
  readonly whole: boolean;
  readonly method: string;
  /** Whether it carries an authorization response by itself, whatever flow it belongs to. */
  readonly answers: boolean;
  readonly urls: readonly string[];
}

/** @param answersAlone whether a request is an authorization response, told by itself */
export function createArrivals(answersAlone: (request: ReleasedRequest) => boolean): Arrivals {
  const chains = new Map<string, Chain>();
  const begun = new Map<string, string>();
  const placeOf = ({ tabId, frameId }: Pick<Stopped, 'tabId' | 'frameId'>): string => `${tabId} ${frameId}`;
  return {
    note(observation) {
      const place = placeOf(observation);
      const { url } = observation;
      if (observation.kind === 'navigating') {
        remember(begun, place, url);
        return;
      }
      const { requestId, method, initiator, body } = observation;
      const answers = answersAlone({ url, method, ...(body ? { body } : {}) });
      const known = chains.get(requestId);
      const whole = known ? known.whole : begun.get(place) === url;
      remember(chains, requestId, {
        place,
        initiator,
        whole,
        method,
        answers,
        urls: [...(known?.urls ?? []), url],
      });
    },
    of(stopped) {
      const place = placeOf(stopped);
      const chain = [...chains.values()].findLast(
        (one) => one.place === place && one.urls.at(-1) === stopped.url,
      );
      if (!chain) return { method: 'GET', answers: true, repeatable: false };
      const { method, answers, initiator } = chain;
      return { method, answers, ...(initiator ? { initiator } : {}), repeatable: isRepeatable(chain) };
    },
  };
}

/**
 * True when a reload sends the same `Sec-Fetch-Site`: a reload repeats the initiator and forgets the redirects, and
 * the header names the widest relation between the initiator and any URL of the chain (Fetch Metadata, section 2.3).
 */
function isRepeatable({ initiator, urls, whole }: Chain): boolean {
  const target = urls.at(-1) ?? '';
  if (initiator === undefined) return whole;
  if (isSurelyCrossSite(initiator, target)) return true;
  const near = [originOf(initiator), originOf(target)];
  return whole && urls.every((url) => near.includes(originOf(url)));
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

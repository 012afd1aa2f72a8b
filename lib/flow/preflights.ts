import type { NetworkEntry } from './network-entry.ts';

/** Preflights that are remembered, the last ones. */
const MAX_PREFLIGHTS = 50;

/** Milliseconds within which a request follows its preflight. */
const WITHIN = 60_000;

/** The preflights of a page: the browsers tell of them apart from the requests for which they ask. */
export interface Preflights {
  /** Takes an entry, whatever it is. */
  note(entry: NetworkEntry): void;
  /** The last preflight for a request. */
  of(entry: NetworkEntry): NetworkEntry | undefined;
}

export function createPreflights(): Preflights {
  let known: readonly NetworkEntry[] = [];
  return {
    note(entry) {
      if (entry.request.method === 'OPTIONS' && askedMethod(entry) !== undefined)
        known = [...known, entry].slice(-MAX_PREFLIGHTS);
    },
    of({ request, startedDateTime }) {
      const at = Date.parse(startedDateTime);
      return known.findLast(
        (one) =>
          one.request.url === request.url &&
          askedMethod(one) === request.method &&
          Math.abs(at - Date.parse(one.startedDateTime)) <= WITHIN,
      );
    },
  };
}

function askedMethod({ request }: NetworkEntry): string | undefined {
  return request.headers.find(({ name }) => name.toLowerCase() === 'access-control-request-method')?.value;
}

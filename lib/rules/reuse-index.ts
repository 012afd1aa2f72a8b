import type { Flow } from '../flow/types.ts';
import type { OtherFlow } from './types.ts';

/** Flows that share a value with one flow, as far as they are told; the oldest are. */
export const MAX_OTHERS = 20;

/** Finds flows that share a state, a nonce, a challenge or a code, without comparing each with each. */
export interface ReuseIndex {
  /** Adds what is known of a flow, or puts it in the place of what was known. */
  put(flow: OtherFlow): void;
  remove(id: string): void;
  clear(): void;
  /** Others that share a value with this one, oldest first, at most {@link MAX_OTHERS}. */
  othersOf(flow: OtherFlow): readonly OtherFlow[];
}

const SHARED = ['state', 'nonce', 'codeChallenge', 'code', 'requestUri'] as const;

/** Makes an empty index. */
export function createReuseIndex(): ReuseIndex {
  const flows = new Map<string, OtherFlow>();
  const holders = new Map<string, Set<string>>();

  const remove = (id: string): void => {
    const known = flows.get(id);
    if (!known) return;
    flows.delete(id);
    for (const key of keysOf(known)) {
      const ids = holders.get(key);
      ids?.delete(id);
      if (ids?.size === 0) holders.delete(key);
    }
  };
  return {
    put(flow) {
      const known = flows.get(flow.id);
      if (known && SHARED.every((name) => known[name] === flow[name])) return;
      remove(flow.id);
      flows.set(flow.id, flow);
      for (const key of keysOf(flow)) {
        const ids = holders.get(key);
        if (ids) ids.add(flow.id);
        else holders.set(key, new Set([flow.id]));
      }
    },
    remove,
    clear() {
      flows.clear();
      holders.clear();
    },
    othersOf(flow) {
      const found = new Map<string, OtherFlow>();
      for (const key of keysOf(flow)) {
        let left = MAX_OTHERS;
        for (const id of holders.get(key) ?? []) {
          if (left-- === 0) break;
          const other = flows.get(id);
          if (other && id !== flow.id) found.set(id, other);
        }
      }
      return [...found.values()].toSorted((a, b) => a.startedAt - b.startedAt).slice(0, MAX_OTHERS);
    },
  };
}

function keysOf(flow: OtherFlow): readonly string[] {
  return SHARED.flatMap((name) => {
    const value = flow[name];
    return value === undefined || value === '' ? [] : [`${name} ${value}`];
  });
}

/** What others need to know of a flow. */
export function otherOf({ id, startedAt, request, launch, callback }: Flow): OtherFlow {
  const sent = request?.values;
  const state = sent?.state?.value ?? launch?.state;
  const code = callback?.response.values.code?.value;
  return {
    id,
    startedAt,
    ...(state === undefined ? {} : { state }),
    ...(sent?.nonce ? { nonce: sent.nonce.value } : {}),
    ...(sent?.code_challenge ? { codeChallenge: sent.code_challenge.value } : {}),
    ...(code === undefined ? {} : { code }),
    ...(sent?.request_uri ? { requestUri: sent.request_uri.value } : {}),
  };
}

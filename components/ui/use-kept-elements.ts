import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

type Keep = (key: string | number, from: readonly unknown[], make: () => JSX.Element) => JSX.Element;

/**
 * Gives a function that makes the element of a key, or gives the one of the last render when it is made of the same: the
 * same element is not compared again. What a render does not ask for is forgotten with the next.
 */
export function useKeptElements(): Keep {
  const kept = useRef(
    new Map<string | number, { readonly from: readonly unknown[]; element: JSX.Element }>(),
  );
  const before = kept.current;
  const now: typeof before = new Map();
  kept.current = now;
  return (key, from, make) => {
    const known = before.get(key);
    const isSame = known?.from.length === from.length && from.every((one, at) => one === known.from[at]);
    const element = known && isSame ? known.element : make();
    now.set(key, { from, element });
    return element;
  };
}

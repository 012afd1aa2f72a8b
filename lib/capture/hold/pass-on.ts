import type { ReleasedRequest } from '../../flow/hold-types.ts';
import type { RequestObserved } from '../../flow/observation.ts';
import type { Courier } from './courier.ts';
import type { Stopped } from './stopped.ts';

/** Milliseconds within which the same navigation is not passed on twice, so that nothing goes round in circles. */
export const PASS_ON_ONCE_WITHIN = 10_000;

/** Bodies of the last forms, one of which may have to be passed on. */
const REMEMBERED = 20;

/** Sends on what was stopped and turned out to be no callback. */
export interface PassOn {
  remember(request: RequestObserved): void;
  send(stopped: Stopped): void;
}

export function createPassOn(courier: Courier, now: () => number): PassOn {
  const forms = new Map<string, ReleasedRequest>();
  const passed = new Map<string, number>();
  const keyOf = ({ tabId, frameId, url }: Stopped): string => `${tabId} ${frameId} ${url}`;
  const bound = (map: Map<string, unknown>): void => {
    const [oldest] = map.keys();
    if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
  };
  return {
    remember({ url, method, body, ...place }) {
      const key = keyOf({ ...place, url });
      forms.delete(key);
      forms.set(key, { url, method, ...(body ? { body } : {}) });
      bound(forms);
    },
    send(stopped) {
      const key = keyOf(stopped);
      if (now() - (passed.get(key) ?? Number.NEGATIVE_INFINITY) < PASS_ON_ONCE_WITHIN) return;
      passed.set(key, now());
      bound(passed);
      const request = forms.get(key) ?? { url: stopped.url, method: 'GET' };
      forms.delete(key);
      const go = async (): Promise<void> =>
        courier.send(request, await courier.destination(stopped, request, []), []);
      void go().catch(() => undefined);
    },
  };
}

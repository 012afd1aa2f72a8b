import type { ReleaseDifference, ReleasedRequest } from '../../flow/hold-types.ts';
import { originOf } from '../../oauth/url.ts';
import { exactUrl } from './exact-url.ts';
import type { HoldFrames } from './hold-frames.ts';
import type { HoldMemory } from './hold-memory.ts';
import type { HeaderChange } from './hold-rules.ts';
import type { HoldTabs } from './hold-tabs.ts';
import { naturalReferrer } from './natural-referrer.ts';
import { leftErrorPage, noPageInPrivateWindow, privateTabClosed } from './refusals.ts';
import type { RepeatParts, RepeatStopped } from './repeat-stopped.ts';
import { type CallbackSender, type HeldFlow, type Place, type ReleasePlan, whatChanges } from './sender.ts';

export interface ReloadSenderParts extends RepeatParts {
  readonly repeat: RepeatStopped;
  readonly tabs: HoldTabs;
  readonly frames: HoldFrames;
  readonly memory: Pick<HoldMemory, 'leaveOrder'>;
}

/**
 * For browsers whose rules stop a request and show an error page (Chromium). The most faithful way first: a reload of
 * that page; a page of ours without origin, for another body or another tab; the page around a frame, where it is of
 * the application itself.
 */
export function createReloadSender(parts: ReloadSenderParts): CallbackSender {
  const { repeat, tabs, frames, memory, allowances, supportsRegex, sync } = parts;

  const byReload = (flow: HeldFlow, request: ReleasedRequest): ReleasePlan => {
    const { tabId } = flow;
    const { url, method } = flow.callback;
    return {
      differences: flow.hold.arrival?.repeatable === false ? ['fetch-site'] : [],
      async prepare() {
        if (!(await repeat.isThere({ tabId, url }))) throw leftErrorPage();
        return { tabId, frameId: 0 };
      },
      send: () => repeat.send({ tabId, url, method }, request.url),
    };
  };

  const byOwnPage = (flow: HeldFlow, request: ReleasedRequest, inOwnTab: boolean): ReleasePlan => {
    const headers = referrerHeaders(flow, request);
    const differences: ReleaseDifference[] = [
      inOwnTab ? 'own-tab' : 'form-again',
      ...(headers ? [] : (['origin-unknown'] as const)),
    ];
    return {
      differences: flow.callback.response.customScheme ? [] : differences,
      prepare: async () => ({
        tabId: inOwnTab ? await tabs.openBeside(flow.tabId) : flow.tabId,
        frameId: 0,
      }),
      async send({ tabId, frameId }) {
        const { url } = request;
        const from = { url, condition: await exactUrl(url, supportsRegex) };
        await allowances.open({ tabId, frameId, from, ...(headers ? { headers } : {}) });
        await sync();
        const key = crypto.randomUUID();
        await memory.leaveOrder(key, request);
        await tabs.show(tabId, { go: key });
      },
    };
  };

  const byEmbeddingPage = (flow: HeldFlow, { url }: ReleasedRequest): ReleasePlan => ({
    differences: ['embedding-page'],
    prepare: async () => placeOf(flow),
    async send(place) {
      await allowances.open({ ...place, from: { url, condition: await exactUrl(url, supportsRegex) } });
      await sync();
      await frames.navigate(place, url, loadedUrls(flow), false);
    },
  });

  const canBeTaken = async (flow: HeldFlow, { method, url }: ReleasedRequest): Promise<boolean> => {
    const { initiator } = flow.hold.arrival ?? {};
    // With any other initiator the page around would attach cookies that were withheld.
    if (method !== 'GET' || initiator === undefined || initiator !== originOf(url)) return false;
    return frames.navigate(placeOf(flow), url, loadedUrls(flow), true);
  };

  return {
    async plan(flow, request) {
      const tab = await tabs.find(flow.tabId);
      if (!tab) {
        if (flow.private) throw privateTabClosed();
        return byOwnPage(flow, request, true);
      }
      const change = whatChanges(flow.callback, request);
      const isMain = flow.frameId === 0;
      if (isMain && change !== 'body' && !flow.callback.response.customScheme) {
        return byReload(flow, request);
      }
      if (!isMain && (await canBeTaken(flow, request))) return byEmbeddingPage(flow, request);
      if (tab.private) throw noPageInPrivateWindow();
      return byOwnPage(flow, request, !isMain);
    },
  };
}

const placeOf = ({ tabId, frameId }: HeldFlow): Place => ({ tabId, frameId });

const loadedUrls = ({ hops }: HeldFlow): readonly string[] => hops.map(({ url }) => url);

/** `Origin` and `Referer` as they came; undefined when nobody saw which page sent the request. */
function referrerHeaders(flow: HeldFlow, { method, url }: ReleasedRequest): HeaderChange[] | undefined {
  const { initiator } = flow.hold.arrival ?? {};
  if (initiator === undefined) return undefined;
  const page = flow.hops.findLast(
    (hop) => hop.role !== 'callback' && hop.role !== 'after callback' && originOf(hop.url) === initiator,
  );
  const { origin, referer } = naturalReferrer(page?.url ?? initiator, url, page?.referrerPolicy);
  return [
    ...(method === 'GET' ? [] : [{ header: 'origin', operation: 'set', value: origin } as const]),
    referer === undefined
      ? { header: 'referer', operation: 'remove' }
      : { header: 'referer', operation: 'set', value: referer },
  ];
}

import { browser } from '../../browser/browser.ts';
import type { ReleasedRequest } from '../../flow/hold-types.ts';
import { type FrameOrder, sendIntoFrame } from './send-into-frame.ts';

interface FramePlace {
  readonly tabId: number;
  readonly frameId: number;
}

/** Reaches frames of a page, which only the page around them can navigate. */
export interface HoldFrames {
  /** @param loadedUrls what the frame had loaded before, by which it is told from others */
  canReach(place: FramePlace, loadedUrls: readonly string[]): Promise<boolean>;
  send(request: ReleasedRequest, place: FramePlace, loadedUrls: readonly string[]): Promise<void>;
}

/** By a script in the page around the frame; needs access to its host. */
export function createHoldFrames(): HoldFrames {
  const run = async (
    { tabId, frameId }: FramePlace,
    order: FrameOrder | null,
    loadedUrls: readonly string[],
  ): Promise<boolean> => {
    const frame = await browser.webNavigation.getFrame({ tabId, frameId });
    if (!frame || frame.parentFrameId < 0) return false;
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frame.parentFrameId] },
      func: sendIntoFrame,
      args: [order, [...loadedUrls]],
    });
    return answer?.result === true;
  };
  return {
    canReach: (place, loadedUrls) => run(place, null, loadedUrls).catch(() => false),
    async send({ url, method, body }, place, loadedUrls) {
      await run(place, { url, method, fields: body?.fields ?? [] }, loadedUrls);
    },
  };
}

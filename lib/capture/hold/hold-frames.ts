import { browser } from '../../browser/browser.ts';
import { originOf } from '../../oauth/url.ts';
import { navigateFrame } from './navigate-frame.ts';
import type { Stopped } from './stopped.ts';

/** Reaches frames of a page, which only the page around them can navigate. */
export interface HoldFrames {
  /**
   * Takes a frame to a URL by the page around it, when that page is of the URL's own origin. Gives whether it can.
   * @param loadedUrls what the frame had loaded before, by which it is told from others
   * @param look only look whether it is possible
   */
  navigate(
    place: Pick<Stopped, 'tabId' | 'frameId'>,
    url: string,
    loadedUrls: readonly string[],
    look: boolean,
  ): Promise<boolean>;
}

/** By a script in the page around the frame; needs access to its host. */
export function createHoldFrames(): HoldFrames {
  return {
    async navigate({ tabId, frameId }, url, loadedUrls, look) {
      const frame = await browser.webNavigation.getFrame({ tabId, frameId }).catch(() => null);
      if (!frame || frame.parentFrameId < 0) return false;
      const answers = await browser.scripting
        .executeScript({
          target: { tabId, frameIds: [frame.parentFrameId] },
          func: navigateFrame,
          args: [look ? null : url, originOf(url), [...loadedUrls]],
        })
        .catch(() => []);
      return answers[0]?.result === true;
    },
  };
}

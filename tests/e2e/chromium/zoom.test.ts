import { expect } from '../support/fixtures.ts';
import { mappedTest as test } from '../support/mapped-sandbox.ts';
import { overflow } from '../support/overflow.ts';
import { takeTour } from '../support/tour.ts';

/** A window of 1280 pixels at 200 %, a panel docked to the side, and the narrowest that must do. */
const WIDTHS = [640, 400, 320] as const;

/** The popup opens as wide as it is. */
const POPUP_WIDTHS = [360] as const;

test.slow();

test('nothing is cut off and nothing scrolls both ways, down to 320 pixels', async ({
  sandbox,
  extension,
  workbench,
}) => {
  const problems = await takeTour({ sandbox, extension, workbench }, async (page, stop) => {
    const found: string[] = [];
    for (const width of stop.startsWith('Popup') ? POPUP_WIDTHS : WIDTHS) {
      await page.setViewportSize({ width, height: 512 });
      found.push(...(await overflow(page)).map((what) => `${stop} at ${width}: ${what}`));
    }
    return found;
  });
  expect(problems).toEqual([]);
});

import type { Page } from '@playwright/test';

/** Parts that may scroll sideways by themselves: tables, code, texts being edited, pictures, and rows of tabs. */
const MAY_SCROLL = '.scroll-x, .tabs, .diagram-holder, pre, code, textarea, input, .cm-scroller, .json-tree';

/** What does not fit the width of a page: the page itself, a part that scrolls both ways, or one that is cut off. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate((mayScroll) => {
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    /** The innermost part that stands out to the right. */
    const widest = (element: Element): string => {
      const edge = element.getBoundingClientRect().left + element.clientWidth + 1;
      const beyond = [...element.querySelectorAll('*')].filter(
        (part) => part.getBoundingClientRect().right > edge && part.checkVisibility(),
      );
      const last = beyond.at(-1);
      return last ? ` for ${nameOf(last)} “${(last.textContent ?? '').slice(0, 40)}”` : '';
    };
    const submit = (element: Element): string =>
      `${nameOf(element)} needs ${element.scrollWidth} of ${element.clientWidth} px${widest(element)}`;
    const { scrollingElement } = document;
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
      if (!element.checkVisibility() || element.closest(mayScroll) || element.closest('.visually-hidden'))
        return false;
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      // Words that only a screen reader is given.
      if (clipPath === 'inset(50%)') return false;
      return overflowX !== 'visible' && textOverflow !== 'ellipsis' && !(element instanceof SVGElement);
    });
    const root = document.documentElement;
    const outside =
      scrollingElement && root.scrollWidth > root.clientWidth
        ? [...document.body.querySelectorAll('*')].filter(
            (element) =>
              element.getBoundingClientRect().right > root.clientWidth + 1 && element.checkVisibility(),
          )
        : [];
    return [...new Set([...found, ...outside.slice(-1)].map(submit))];
  }, MAY_SCROLL);
}

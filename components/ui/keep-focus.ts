/** Where an element stood: its parent and its place among the parent's children, from the inside out. */
type Place = readonly { readonly parent: Element; readonly index: number }[];

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/**
 * Keeps the focus near to where it was when the element that has it vanishes, is hidden or was disabled: a row that was
 * deleted, a dialog's opener, a button that did its work. Without it a keyboard would start again at the top of the page.
 */
export function keepFocus(root: HTMLElement): void {
  const { ownerDocument: page } = root;
  let last: HTMLElement | undefined;
  let place: Place = [];
  let waits = false;
  let looking = false;
  root.addEventListener('focusin', ({ target }) => {
    last = target as HTMLElement;
    place = placeOf(last, root);
    waits = false;
  });
  // Whoever points elsewhere has left.
  root.addEventListener('pointerdown', () => {
    last = undefined;
  });
  const isElsewhere = (): boolean => page.activeElement !== page.body && page.activeElement !== last;
  const look = (): void => {
    looking = false;
    if (last && !isElsewhere() && !isShown(last)) nearest(place)?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (!last || isElsewhere()) return;
    if (!last.isConnected) look();
    // A button that is disabled while it works gets the focus back afterwards.
    else if (last.matches(':disabled')) waits = true;
    else if (waits) last.focus({ preventScroll: true });
    else if (!looking) {
      looking = true;
      // Visibility needs the styles of the whole page: with a frame they are computed anyway, here for each change.
      page.defaultView?.requestAnimationFrame(look);
    }
  }).observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['hidden', 'disabled'],
  });
}

function placeOf(element: Element, root: Element): Place {
  const place: { parent: Element; index: number }[] = [];
  for (let at = element; at !== root && at.parentElement; at = at.parentElement)
    place.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
  return place;
}

/** What comes next in the innermost part that is still there, else what came before. */
function nearest(place: Place): HTMLElement | undefined {
  for (const { parent, index } of place) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    for (const child of [...children.slice(index), ...children.slice(0, index).reverse()]) {
      const inside = [child, ...child.querySelectorAll(FOCUSABLE)];
      const found = inside.find((one) => one.matches(FOCUSABLE) && canHaveFocus(one));
      if (found) return found as HTMLElement;
    }
  }
  return undefined;
}

function canHaveFocus(element: Element): boolean {
  return isShown(element) && !element.matches(':disabled');
}

function isShown(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

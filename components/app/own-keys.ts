/**
 * Keeps keys that the page handled from what lies around it: DevTools listens to the document of a panel and takes
 * Escape for its console drawer and Ctrl or Cmd with F for its find bar. Gives how to stop.
 * @param root the element in which everything is drawn, below the document
 */
export function keepOwnKeys(root: HTMLElement): () => void {
  const keep = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) event.stopPropagation();
  };
  root.addEventListener('keydown', keep);
  return () => root.removeEventListener('keydown', keep);
}

/**
 * Handles keys wherever the focus is, before everything else; what the handler takes reaches nothing else. Gives how to
 * stop.
 * @param handle gives whether it took the key
 */
export function takeKeys(window: Window, handle: (event: KeyboardEvent) => boolean): () => void {
  const press = (event: KeyboardEvent): void => {
    if (!handle(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', press, { capture: true });
  return () => window.removeEventListener('keydown', press, { capture: true });
}

/** True where a key types text or belongs to a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** True for Ctrl, or Cmd, with this letter and nothing else. */
export function isCommand(event: KeyboardEvent, letter: string): boolean {
  return event.key === letter && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

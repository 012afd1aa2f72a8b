import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MenuItem } from './menu.tsx';

/** Opens a menu where the event happened. */
type OpenMenu = (event: MouseEvent, label: string, items: readonly MenuItem[], about?: Element) => void;

/** Undefined on pages that keep the browser's own menu. */
export const ContextMenuContext = createContext<OpenMenu | undefined>(undefined);

/** What a page offers for a parameter; undefined where it offers nothing. */
export const ParameterMenuContext = createContext<
  ((parameter: { readonly name: string; readonly value: string }) => readonly MenuItem[]) | undefined
>(undefined);

/**
 * Gives a maker of handlers for `onContextMenu`, which a right click, Shift with F10 and the menu key all reach. Marked
 * text keeps the browser's own menu. `about` is what a menu opened by a key stands below, where that is not what has the focus.
 */
export function useContextMenu(): (
  label: string,
  items: () => readonly MenuItem[],
) => ((event: MouseEvent, about?: Element) => void) | undefined {
  const open = useContext(ContextMenuContext);
  return (label, items) =>
    open &&
    ((event, about) => {
      if (document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.stopPropagation();
      open(event, label, items(), about);
    });
}

import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { ContextMenuContext } from './context-menu.ts';
import { Menu, type MenuItem, type MenuPlace, placeOfMenu } from './menu.tsx';

interface OpenedMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly place: MenuPlace;
}

/** What is inside has context menus, one open at a time. */
export function ContextMenuArea({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [opened, setOpened] = useState<OpenedMenu>();
  const open = useCallback(
    (event: MouseEvent, label: string, items: readonly MenuItem[], about?: Element): void => {
      if (items.length > 0) setOpened({ label, items, place: placeOfMenu(event, about) });
    },
    [],
  );
  return (
    <ContextMenuContext.Provider value={open}>
      {children}
      {opened && <Menu {...opened} onClose={() => setOpened(undefined)} />}
    </ContextMenuContext.Provider>
  );
}

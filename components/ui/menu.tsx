import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './menu.css';

/** One thing that a menu offers. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  /** For what is either on or off. */
  readonly checked?: boolean;
  /** A line stands before it. */
  readonly separate?: boolean;
}

/** Where a menu opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface MenuProps {
  readonly label: string;
  readonly place: MenuPlace;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A menu at a place of the window, over everything else; it has the focus until it closes, and gives it back. */
export function Menu({ label, place, items, onClose }: MenuProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const menu = dialog.current;
    menu?.showModal();
    if (menu) putWithin(menu, place);
    itemsOf(menu)[0]?.focus();
    return () => {
      // While it is open nothing else can have the focus.
      menu?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [place]);
  const press = (event: KeyboardEvent): void => {
    // What lies below has keys of its own.
    event.stopPropagation();
    const all = itemsOf(dialog.current);
    const from = all.indexOf(document.activeElement as HTMLElement);
    const next = MOVES[event.key]?.(from, all.length) ?? startingWith(all, from, event);
    if (event.key === 'Tab') onClose();
    else if (next !== undefined) all[next]?.focus();
    else return;
    event.preventDefault();
  };
  const choose = (item: MenuItem): void => {
    // What it does may move the focus, which closing would take back.
    onClose();
    queueMicrotask(item.run);
  };
  return (
    <dialog
      ref={dialog}
      class="menu"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={press}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div role="menu" aria-label={label} tabIndex={-1}>
        {items.map((item) => (
          <MenuEntry key={item.label} item={item} onChoose={() => choose(item)}>
            {item.label}
          </MenuEntry>
        ))}
      </div>
    </dialog>
  );
}

interface MenuEntryProps {
  readonly item: MenuItem;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function MenuEntry({ item, onChoose, children }: MenuEntryProps): JSX.Element {
  const attributes =
    item.checked === undefined
      ? ({ role: 'menuitem' } as const)
      : ({ role: 'menuitemcheckbox', 'aria-checked': item.checked } as const);
  return (
    <button
      type="button"
      {...attributes}
      class={item.separate ? 'menu-item menu-separate' : 'menu-item'}
      tabIndex={-1}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
}

/** The next entry that begins with the letter that was typed. */
function startingWith(all: readonly HTMLElement[], from: number, event: KeyboardEvent): number | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return undefined;
  const letter = event.key.toLowerCase();
  const order = all.map((_, index) => (from + 1 + index) % all.length);
  return order.find((index) => all[index]?.textContent?.toLowerCase().startsWith(letter));
}

/** Moves the menu so that all of it is in the window. */
function putWithin(menu: HTMLElement, { x, y }: MenuPlace): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 2))}px`;
  menu.style.top = `${Math.max(0, Math.min(y, innerHeight - height - 2))}px`;
}

/** Where a menu opens: at the pointer, or below what it is about when a key opened it. */
export function placeOfMenu(event: MouseEvent, about = event.target as Element): MenuPlace {
  // A key gives no button, and a pointer that never was there.
  const byKey = event.type === 'click' ? event.detail === 0 : event.button !== 2;
  if (!byKey) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = about.getBoundingClientRect();
  return { x: left, y: bottom };
}

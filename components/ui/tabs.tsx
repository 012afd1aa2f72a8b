import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Accessible name, where the label alone would be taken for another tab of the page. Contains the label. */
  readonly name?: string;
}

interface TabsProps<Id extends string> {
  /** Name of the list of tabs. */
  readonly label: string;
  /** Makes the ids of tabs and panels unique in the document. */
  readonly name: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A list of tabs with one tab stop; arrows, Home and End move and select. */
export function Tabs<Id extends string>({
  label,
  name,
  tabs,
  selected,
  onSelect,
}: TabsProps<Id>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const tab = tabs[STEPS[event.key]?.(index, tabs.length) ?? -1];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(name, tab.id)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          class="tab"
          id={tabId(name, tab.id)}
          aria-label={tab.name}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId(name, tab.id) : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly name: string;
  readonly id: string;
  readonly hidden?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What a tab of {@link Tabs} with the same name and id shows. */
export function TabPanel({ name, id, hidden = false, children, ...rest }: TabPanelProps): JSX.Element {
  return (
    <div
      role="tabpanel"
      id={panelId(name, id)}
      aria-labelledby={tabId(name, id)}
      class={rest.class}
      hidden={hidden}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel must be reachable, or its text could not be scrolled by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}

function tabId(name: string, id: string): string {
  return `${name}-tab-${id}`;
}

function panelId(name: string, id: string): string {
  return `${name}-panel-${id}`;
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import {
  boundedWidth,
  DEFAULT_ARRANGEMENT,
  FLOW_COLUMNS,
  type FlowColumn,
} from '../../lib/state/flows/flow-columns.ts';
import { useAppModel } from '../app/models.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuItem, type MenuPlace, placeOfMenu } from '../ui/menu.tsx';

const STEP = 8;

/** Columns of which the larger values are looked for first. */
const DESCENDING_FIRST: ReadonlySet<FlowColumn> = new Set(['findings', 'start', 'duration']);

/** Heads of the list's columns: they sort, are as wide as somebody drags them, and offer which of them there are. */
export function ColumnHeads(): JSX.Element {
  const { preferences } = useAppModel().flows;
  const { sort, descending, hidden, widths } = preferences.arrangement.value;
  const [place, setPlace] = useState<MenuPlace>();
  const [current, setCurrent] = useState<FlowColumn>(sort);
  const arrange = (change: Parameters<typeof preferences.arrange>[0]): void => {
    preferences.arrange(change);
    preferences.keepArrangement();
  };
  const sortBy = (id: FlowColumn): void =>
    arrange({ sort: id, descending: id === sort ? !descending : DESCENDING_FIRST.has(id) });
  const resize = (id: FlowColumn, width: number): void =>
    preferences.arrange({
      widths: { ...preferences.arrangement.peek().widths, [id]: boundedWidth(width) },
    });
  const press = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].filter(
      (head) => head.offsetWidth > 0,
    );
    const from = heads.indexOf(event.target as HTMLElement);
    const id = heads[from]?.dataset.column as FlowColumn | undefined;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey && id !== undefined) {
      resize(id, (heads[from]?.parentElement?.offsetWidth ?? 0) + step * STEP);
      preferences.keepArrangement();
      return;
    }
    heads[(from + step + heads.length) % heads.length]?.focus();
  };
  const shown = FLOW_COLUMNS.filter(({ id }) => !hidden.includes(id));
  const items: readonly MenuItem[] = [
    ...FLOW_COLUMNS.map(({ id, name }) => ({
      label: t(name),
      checked: !hidden.includes(id),
      run: () => {
        const next = hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id];
        if (next.length < FLOW_COLUMNS.length) arrange({ hidden: next });
      },
    })),
    { label: t('flowsColumnsReset'), separate: true, run: () => arrange(DEFAULT_ARRANGEMENT) },
  ];
  return (
    <div class="flow-heads-line">
      <div
        role="toolbar"
        aria-label={t('flowsColumns')}
        class="flow-heads"
        onKeyDown={press}
        onContextMenu={(event) => {
          event.preventDefault();
          setPlace(placeOfMenu(event));
        }}
      >
        {shown.map(({ id, name }) => (
          <span key={id} class={`flow-head-cell flow-row-${CLASSES[id]}`}>
            <button
              type="button"
              class="flow-head-sort"
              data-column={id}
              tabIndex={id === current || (hidden.includes(current) && id === shown[0]?.id) ? 0 : -1}
              aria-pressed={id === sort}
              title={t(
                id !== sort ? 'flowsSortBy' : descending ? 'flowsSortedDescending' : 'flowsSortedAscending',
                t(name),
              )}
              onFocus={() => setCurrent(id)}
              onClick={() => sortBy(id)}
            >
              {id === 'findings' && <Icon name="warning" />}
              <span class={id === 'findings' ? 'visually-hidden' : 'flow-head-name'}>{t(name)}</span>
              {id === sort && <span aria-hidden="true">{descending ? '▾' : '▴'}</span>}
            </button>
            <ColumnEdge
              onDrag={(width) => resize(id, width)}
              onSettle={preferences.keepArrangement}
              onReset={() => {
                const { [id]: _, ...rest } = widths;
                arrange({ widths: rest });
              }}
            />
          </span>
        ))}
      </div>
      <button
        type="button"
        class="button quiet flow-heads-menu"
        aria-haspopup="menu"
        aria-label={t('flowsColumnsMenu')}
        title={t('flowsColumnsMenu')}
        onClick={(event) => setPlace(placeOfMenu(event))}
      >
        <Icon name="more" />
      </button>
      {place && (
        <Menu label={t('flowsColumns')} place={place} items={items} onClose={() => setPlace(undefined)} />
      )}
    </div>
  );
}

/** The columns' classes in rows and heads alike, so that one width is both's. */
const CLASSES = {
  status: 'status',
  provider: 'provider',
  outcome: 'outcome',
  client: 'client',
  findings: 'findings',
  start: 'time',
  duration: 'duration',
} as const satisfies Record<FlowColumn, string>;

interface ColumnEdgeProps {
  readonly onDrag: (width: number) => void;
  readonly onSettle: () => void;
  readonly onReset: () => void;
}

/** The right edge of a column's head, to be dragged; a double click gives the width from before. Keys are the head's. */
function ColumnEdge({ onDrag, onSettle, onReset }: ColumnEdgeProps): JSX.Element {
  const drag = (down: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const edge = down.currentTarget;
    const before = edge.parentElement?.offsetWidth ?? 0;
    down.preventDefault();
    edge.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => onDrag(before + event.clientX - down.clientX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', move);
        onSettle();
      },
      { once: true },
    );
  };
  return <span class="flow-head-edge" aria-hidden="true" onPointerDown={drag} onDblClick={onReset} />;
}

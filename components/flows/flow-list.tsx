// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows itself, which a table cannot
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import { t } from '../../lib/i18n/t.ts';
import { copyableOf } from '../../lib/state/shared/copyable.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { useContextMenu } from '../ui/context-menu.ts';
import { useKeptElements } from '../ui/use-kept-elements.ts';
import { FlowRow, placeRow, ROW_HEIGHT } from './flow-row.tsx';
import { useFlowMenu } from './use-flow-menu.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const PAGE = 10;

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

/** The list of flows, newest first. It has the focus itself and points at the selected row. */
export function FlowList({ onEnter }: { readonly onEnter: () => void }): JSX.Element {
  const { flows: model } = useAppModel();
  const { background, clipboard } = useServices();
  const [said, setSaid] = useState('');
  const menuOf = useFlowMenu();
  const contextMenu = useContextMenu();
  const scroller = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const name = useId();
  const keep = useKeptElements();
  const flows = model.visible.value;
  const shownId = model.shown.value?.id;
  const active = shownId === undefined ? -1 : flows.findIndex((summary) => summary.id === shownId);
  const rows = useVirtualRows({ count: flows.length, rowHeight: ROW_HEIGHT, scroller, active });
  const drawn = rows.items.flatMap(({ index, start }) => {
    const summary = flows[index];
    return summary ? [{ index, start, summary }] : [];
  });
  useLayoutEffect(() => {
    for (const [at, { index, start }] of drawn.entries()) {
      const row = group.current?.children[at];
      if (row instanceof HTMLElement) placeRow(row, index + 1, start);
    }
  });

  const copy = async (summary: FlowSummary): Promise<void> => {
    const copied = await copyableOf(summary, background);
    if (!copied) return setSaid(t('flowsNothingToCopy'));
    await clipboard(copied.value).then(
      () => setSaid(t('flowsCopied', copied.what)),
      () => setSaid(t('flowsNotCopied', copied.what)),
    );
  };
  const press = (event: KeyboardEvent): void => {
    const summary = flows[active];
    const next = STEPS[event.key]?.(active, flows.length - 1);
    if (next !== undefined) {
      const index = Math.min(Math.max(next, 0), flows.length - 1);
      model.select(flows[index]?.id);
      rows.scrollTo(index);
    } else if (event.key === 'Enter' && summary) {
      model.open(summary.id);
      onEnter();
    } else if (event.key === 'Delete' && summary) {
      void model.remove([summary.id]);
      setSaid(t('flowsDeleted'));
    } else if (event.key === 'Escape') model.select(undefined);
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && summary && !hasSelection())
      void copy(summary);
    else return;
    event.preventDefault();
  };
  const openMenu = (event: MouseEvent): void => {
    const target = event.target as HTMLElement;
    const row =
      target.closest<HTMLElement>('.flow-row') ??
      scroller.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    const index = Number(row?.getAttribute('aria-rowindex')) - 1;
    const summary = flows[index];
    if (!row || !summary) return;
    model.select(summary.id);
    contextMenu(t('flowMenu'), () => menuOf(summary))?.(event, row);
  };
  return (
    <>
      <div
        role="grid"
        aria-label={t('flowsTitle')}
        class="flow-list"
        ref={scroller}
        tabIndex={0}
        aria-rowcount={flows.length}
        aria-activedescendant={active < 0 ? undefined : `${name}-${shownId}`}
        onKeyDown={press}
        onContextMenu={openMenu}
        onFocusIn={() => scroller.current?.focus({ preventScroll: true })}
      >
        <div class="flow-list-rows" role="rowgroup" ref={group} style={{ height: `${rows.height}px` }}>
          {drawn.map(({ index, summary }) => {
            const selected = index === active;
            return keep(summary.id, [summary, selected], () => (
              <FlowRow
                key={summary.id}
                id={`${name}-${summary.id}`}
                summary={summary}
                selected={selected}
                onOpen={() => model.open(summary.id)}
              />
            ));
          })}
        </div>
      </div>
      <span class="visually-hidden" aria-live="polite">
        {said}
      </span>
    </>
  );
}

/** Text that was marked is what the user means to copy. */
function hasSelection(): boolean {
  return document.getSelection()?.isCollapsed === false;
}

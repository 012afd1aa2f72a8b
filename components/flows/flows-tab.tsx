import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { isCommand, isTyping, takeKeys } from '../app/own-keys.ts';
import { ImportArea } from '../export/import-area.tsx';
import { HoldAccess } from '../hold/hold-access.tsx';
import { UnlockHistory } from '../settings/unlock-history.tsx';
import { Note } from '../ui/note.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { ClearedToast } from './cleared-toast.tsx';
import { FlowDetail } from './flow-detail.tsx';
import { FlowGrid } from './flow-grid.tsx';
import './flows.css';
import { FlowsToolbar } from './flows-toolbar.tsx';
import { NoFlows } from './no-flows.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StatusLine } from './status-line.tsx';
import { type SubmissionKind, SubmitPanel } from './submit-panel.tsx';

const NARROWEST = 220;
const WIDEST = 720;

/** Toolbar, list and detail of flows. */
export function FlowsTab(): JSX.Element {
  const { flows: model, tab } = useAppModel();
  const filterBox = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const submission = useSignal<SubmissionKind>(undefined);
  const failure = model.failure.value;
  const width = model.preferences.listWidth.value;
  // Of what changes with every flow only what is shown here.
  const isEmpty = useComputed(() => model.visible.value.length === 0).value;
  const hold = useComputed(() => model.status.value?.hold).value;
  const isLocked = useComputed(() => model.status.value?.history?.lock === 'locked').value;

  const shortcuts = useSignal(false);
  const searches = useSignal(false);
  useEffect(
    () =>
      takeKeys(window, (event) => {
        if (tab.peek() !== 'flows' || document.querySelector('dialog[open]')) return false;
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
        const inDetail = event.target instanceof Element && event.target.closest('.flow') !== null;
        if (isCommand(event, 'f') && inDetail) {
          searches.value = true;
          root.current?.querySelector<HTMLInputElement>('.find-bar input')?.select();
        } else if (isCommand(event, 'f') || (plain && event.key === '/')) {
          model.back();
          filterBox.current?.focus();
          filterBox.current?.select();
        } else if (isCommand(event, 'z') && !isTyping(event.target) && model.cleared.peek()) {
          void model.undoClear();
        } else if (plain && event.key === '?') shortcuts.value = true;
        else return false;
        return true;
      }),
    [model, tab, shortcuts, searches],
  );

  const focus = (selector: string): void => root.current?.querySelector<HTMLElement>(selector)?.focus();
  const toList = (): void => focus('[role="grid"]');
  const back = (): void => {
    model.back();
    toList();
  };
  return (
    <div class="flows" ref={root}>
      <FlowsToolbar filterBox={filterBox} onLeaveFilter={toList} submission={submission} />
      <SubmitPanel submission={submission} />
      <HoldAccess hold={hold} />
      {isLocked && <UnlockHistory />}
      {failure && (
        <div class="flows-failure" role="alert">
          <Note tone="error">
            {failure.message} {failure.remedy}{' '}
            <button type="button" class="button link" onClick={model.dismissFailure}>
              {t('flowsDismiss')}
            </button>
          </Note>
        </div>
      )}
      <div class="flows-columns" data-opened={model.opened.value} data-empty={isEmpty}>
        <div class="flows-list" id="flows-list" style={{ '--list-width': `${width}px` }}>
          {isEmpty ? <NoFlows /> : <FlowGrid onEnter={() => focus('.flow')} />}
        </div>
        <Splitter
          label={t('flowsListWidth')}
          controls="flows-list"
          width={width}
          min={NARROWEST}
          max={WIDEST}
          onResize={model.preferences.setListWidth}
          onSettle={model.preferences.keepListWidth}
        />
        <FlowDetail searches={searches} onBack={back} />
      </div>
      <StatusLine />
      <ClearedToast />
      {shortcuts.value && (
        <ShortcutsDialog
          onClose={() => {
            shortcuts.value = false;
          }}
        />
      )}
      <ImportArea area={root} />
    </div>
  );
}

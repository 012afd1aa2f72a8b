import { type Signal, useComputed } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ExportButton } from '../export/export-button.tsx';
import { ImportButton } from '../export/import-button.tsx';
import { HoldControl } from '../hold/hold-control.tsx';
import { RecordingControl } from '../recording/recording-control.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { DeleteShown } from './delete-shown.tsx';
import { StatusChips } from './status-chips.tsx';
import { SubmitButtons } from './submit-buttons.tsx';
import type { SubmissionKind } from './submit-panel.tsx';
import { ToolbarMore } from './toolbar-more.tsx';

interface FlowsToolbarProps {
  readonly filterBox: RefObject<HTMLInputElement | null>;
  /** Moves on to the list. */
  readonly onLeaveFilter: () => void;
  readonly submission: Signal<SubmissionKind>;
}

/** Record, hold, clear, filter and scope. */
export function FlowsToolbar({ filterBox, onLeaveFilter, submission }: FlowsToolbarProps): JSX.Element {
  const { flows: model } = useAppModel();
  const { surface } = useServices();
  const { preserve } = model.preferences;
  // Of what changes with every flow only what is shown here.
  const recording = useComputed(() => model.status.value?.recording).value;
  const mode = useComputed(() => model.status.value?.recordingMode).value;
  const hold = useComputed(() => model.status.value?.hold).value;
  const isEmpty = useComputed(() => model.inScope.value === 0).value;
  const pressInFilter = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') model.filter.value = '';
    else if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onLeaveFilter();
  };
  return (
    <Toolbar label={t('flowsTitle')}>
      <RecordingControl
        recording={recording}
        mode={mode}
        onSwitch={(on) => void model.setRecording(on)}
        onMode={(mode) => void model.setRecordingMode(mode)}
      />
      <HoldControl hold={hold} onChange={(choice) => void model.setHold(choice)} />
      <button
        type="button"
        class="button quiet"
        aria-disabled={isEmpty}
        title={t('flowsClearTitle')}
        onClick={() => model.inScope.peek() > 0 && void model.clear()}
      >
        <Icon name="clear" />
        <span class="button-label">{t('flowsClear')}</span>
      </button>
      <input
        ref={filterBox}
        type="search"
        class="input toolbar-filter"
        aria-label={t('flowsFilter')}
        placeholder={t('flowsFilterPlaceholder')}
        spellcheck={false}
        autocomplete="off"
        title={t('flowsFilterTitle')}
        value={model.filter.value}
        onKeyDown={pressInFilter}
        onInput={(event) => {
          model.filter.value = event.currentTarget.value;
        }}
      />
      <StatusChips />
      <ExportButton />
      <ImportButton />
      <ToolbarMore>
        <DeleteShown />
        <SubmitButtons submission={submission} />
        <label class="check" title={t('flowsPreserveTitle')}>
          <input
            type="checkbox"
            checked={preserve.value}
            onChange={(event) => model.preferences.setPreserve(event.currentTarget.checked)}
          />
          {t('flowsPreserve')}
        </label>
        {surface === 'panel' && (
          <label class="check" title={t('flowsAllTabsTitle')}>
            <input
              type="checkbox"
              checked={model.allTabs.value}
              onChange={(event) => {
                model.allTabs.value = event.currentTarget.checked;
              }}
            />
            {t('flowsAllTabs')}
          </label>
        )}
      </ToolbarMore>
    </Toolbar>
  );
}

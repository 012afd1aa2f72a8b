import type { Signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ExportButton } from '../export/export-button.tsx';
import { ImportButton } from '../export/import-button.tsx';
import { HoldControl } from '../hold/hold-control.tsx';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { DeleteShown } from './delete-shown.tsx';
import { StatusChips } from './status-chips.tsx';
import { TellButtons } from './tell-buttons.tsx';
import type { Telling } from './tell-panel.tsx';
import { ToolbarMore } from './toolbar-more.tsx';

interface FlowsToolbarProps {
  readonly filterBox: RefObject<HTMLInputElement | null>;
  /** Moves on to the list. */
  readonly onLeaveFilter: () => void;
  readonly telling: Signal<Telling>;
}

/** Record, hold, clear, filter and scope. */
export function FlowsToolbar({ filterBox, onLeaveFilter, telling }: FlowsToolbarProps): JSX.Element {
  const { flows: model } = useAppModel();
  const { surface } = useServices();
  const { preserve } = model.preferences;
  const pressInFilter = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') model.filter.value = '';
    else if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onLeaveFilter();
  };
  return (
    <Toolbar label={say('flowsTitle')}>
      <Switch
        label={say('flowsRecord')}
        class="recording"
        checked={model.status.value?.recording ?? false}
        title={say('flowsRecordTitle')}
        onChange={(on) => void model.setRecording(on)}
      />
      <HoldControl hold={model.status.value?.hold} onChange={(choice) => void model.setHold(choice)} />
      <button
        type="button"
        class="button quiet"
        aria-disabled={model.inScope.value === 0}
        title={say('flowsClearTitle')}
        onClick={() => model.inScope.value > 0 && void model.clear()}
      >
        <Icon name="clear" />
        <span class="button-label">{say('flowsClear')}</span>
      </button>
      <input
        ref={filterBox}
        type="search"
        class="input toolbar-filter"
        aria-label={say('flowsFilter')}
        placeholder={say('flowsFilterPlaceholder')}
        spellcheck={false}
        autocomplete="off"
        title={say('flowsFilterTitle')}
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
        <TellButtons telling={telling} />
        <label class="check" title={say('flowsPreserveTitle')}>
          <input
            type="checkbox"
            checked={preserve.value}
            onChange={(event) => model.preferences.setPreserve(event.currentTarget.checked)}
          />
          {say('flowsPreserve')}
        </label>
        {surface === 'panel' && (
          <label class="check" title={say('flowsAllTabsTitle')}>
            <input
              type="checkbox"
              checked={model.allTabs.value}
              onChange={(event) => {
                model.allTabs.value = event.currentTarget.checked;
              }}
            />
            {say('flowsAllTabs')}
          </label>
        )}
      </ToolbarMore>
    </Toolbar>
  );
}

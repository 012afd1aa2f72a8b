import type { Signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { ExportButton } from '../export/export-button.tsx';
import { ImportButton } from '../export/import-button.tsx';
import { HoldControl } from '../hold/hold-control.tsx';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { DeleteShown } from './delete-shown.tsx';
import { TellButtons } from './tell-buttons.tsx';
import type { Telling } from './tell-panel.tsx';

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
    <Toolbar label="Flows">
      <Switch
        label="Record"
        class="recording"
        checked={model.status.value?.recording ?? false}
        title="Watch for authorize requests and callbacks"
        onChange={(on) => void model.setRecording(on)}
      />
      <HoldControl hold={model.status.value?.hold} onChange={(choice) => void model.setHold(choice)} />
      <button
        type="button"
        class="button quiet"
        aria-disabled={model.inScope.value === 0}
        title="Remove these flows; it can be undone for ten seconds"
        onClick={() => model.inScope.value > 0 && void model.clear()}
      >
        <Icon name="bin" />
        Clear
      </button>
      <input
        ref={filterBox}
        type="search"
        class="input toolbar-filter"
        aria-label="Filter flows"
        placeholder="Filter: state:abc provider:connectpay is:error …"
        spellcheck={false}
        autocomplete="off"
        title={
          'Words match anything. state: code: provider: client: flowid: error: host: is:open|completed|error|held|abandoned; a minus excludes; quotes keep spaces.'
        }
        value={model.filter.value}
        onKeyDown={pressInFilter}
        onInput={(event) => {
          model.filter.value = event.currentTarget.value;
        }}
      />
      <DeleteShown />
      <TellButtons telling={telling} />
      <label class="check" title="Keep a tab’s earlier flows when a new one starts">
        <input
          type="checkbox"
          checked={preserve.value}
          onChange={(event) => model.preferences.setPreserve(event.currentTarget.checked)}
        />
        Preserve
      </label>
      {surface === 'panel' && (
        <label class="check" title="Show the flows of every tab, not only of the inspected one">
          <input
            type="checkbox"
            checked={model.allTabs.value}
            onChange={(event) => {
              model.allTabs.value = event.currentTarget.checked;
            }}
          />
          All tabs
        </label>
      )}
      <ExportButton />
      <ImportButton />
    </Toolbar>
  );
}

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../storage/settings.ts';
import { type FlowArrangement, readArrangement } from '../flows/flow-columns.ts';

/** The settings that the list of flows shows and changes. */
export interface PreferencesModel {
  readonly preserve: ReadonlySignal<boolean>;
  readonly listWidth: ReadonlySignal<number>;
  readonly arrangement: ReadonlySignal<FlowArrangement>;
  setPreserve(on: boolean): void;
  setListWidth(width: number): void;
  /** Stores the width; not done while it still changes. */
  keepListWidth(): void;
  /** Shows the list in another way; not stored while a width still changes. */
  arrange(change: Partial<FlowArrangement>): void;
  keepArrangement(): void;
  dispose(): void;
}

/** Follows the stored settings, and shows a change before it is stored. */
export function createPreferencesModel(settings: SettingsStore): PreferencesModel {
  const preserve = signal(DEFAULT_SETTINGS.preserve);
  const listWidth = signal(DEFAULT_SETTINGS.listWidth);
  const arrangement = signal(readArrangement(DEFAULT_SETTINGS.flowColumns));
  const follow = (stored: Settings): void =>
    batch(() => {
      preserve.value = stored.preserve;
      listWidth.value = stored.listWidth;
      arrangement.value = readArrangement(stored.flowColumns);
    });
  settings.read().then(follow, () => undefined);
  const stop = settings.watch(follow);
  return {
    preserve,
    listWidth,
    arrangement,
    setPreserve(on) {
      preserve.value = on;
      void settings.write({ preserve: on });
    },
    setListWidth(width) {
      listWidth.value = width;
    },
    keepListWidth() {
      void settings.write({ listWidth: listWidth.peek() });
    },
    arrange(change) {
      arrangement.value = { ...arrangement.peek(), ...change };
    },
    keepArrangement() {
      const { widths, ...rest } = arrangement.peek();
      void settings.write({ flowColumns: { ...rest, widths: { ...widths } } });
    },
    dispose: stop,
  };
}

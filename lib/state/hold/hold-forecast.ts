import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ReleaseForecast } from '../../messaging/hold-protocol.ts';
import type { Services } from '../app/services.ts';
import type { HoldEdits } from './hold-edits.ts';

/** What the release as it stands would change of what the browser sends. */
export interface HoldForecast {
  /** Undefined until the background answered. */
  readonly forecast: ReadonlySignal<ReleaseForecast | undefined>;
  dispose(): void;
}

/** Asks once for an unmodified release and once for a changed one: what was changed does not matter. */
export function createHoldForecast(
  { background }: Pick<Services, 'background'>,
  flowId: string,
  edits: HoldEdits,
): HoldForecast {
  const forecast = signal<ReleaseForecast>();
  let asked = 0;
  let before: boolean | undefined;
  const dispose = effect(() => {
    const changed = edits.changes.value > 0;
    if (changed === before) return;
    before = changed;
    const question = ++asked;
    void background.call('forecastRelease', flowId, edits.release()).then((outcome) => {
      if (question === asked && outcome.ok) forecast.value = outcome.value;
    });
  });
  return { forecast, dispose };
}

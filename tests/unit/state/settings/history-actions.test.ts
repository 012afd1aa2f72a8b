import { describe, expect, test } from 'vitest';
import { createFlowsModel } from '../../../../lib/state/flows/flows-model.ts';
import { statusLine } from '../../../../lib/state/flows/status-line.ts';
import { visibleFlows } from '../../../../lib/state/flows/visible-flows.ts';
import { createSettingsModel } from '../../../../lib/state/settings/settings-model.ts';
import { memorySettings } from '../../support/memory.ts';
import { createMemoryBackground, IDLE_STATUS, settled } from '../../support/memory-background.ts';
import { summaryOf } from '../../support/summary.ts';

describe('flows of no tab', () => {
  const phone = summaryOf({ id: 'phone', tabId: -1, marks: ['launched', 'phone'] });
  const submitted = summaryOf({ id: 'told', tabId: -1, marks: ['webhook-only'] });
  const past = summaryOf({ id: 'past', tabId: -1, marks: ['earlier-session'] });

  test('are shown in every panel, those of an earlier session in none', () => {
    expect(visibleFlows([phone, submitted, past], { tabId: 7, preserve: true })).toEqual([phone, submitted]);
  });

  test('do not replace one another', () => {
    expect(visibleFlows([phone, submitted, past], { preserve: false })).toEqual([phone, submitted, past]);
  });
});

describe('keeping flows', () => {
  test('deletes the ones that are named, and can be undone', async () => {
    const background = createMemoryBackground();
    const model = createFlowsModel(background, {
      settings: memorySettings(),
      schedule: () => () => undefined,
    });
    background.put(summaryOf({ id: 'a' }), summaryOf({ id: 'b' }), summaryOf({ id: 'c' }));
    await model.remove(['a', 'c']);
    expect(model.visible.value.map(({ id }) => id)).toEqual(['b']);
    expect(model.cleared.value?.cleared).toBe(2);
    await model.undoClear();
    expect(model.visible.value.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    model.dispose();
  });

  test('pins a flow, or says why it cannot', async () => {
    const background = createMemoryBackground();
    const model = createFlowsModel(background, { settings: memorySettings() });
    await model.pin('a', true);
    expect(background.calls.at(-1)).toEqual({ name: 'pin', args: ['a', true] });
    const failure = { code: 'no-flow', message: 'It is gone.', remedy: 'Choose another.' };
    background.fail('pin', failure);
    await model.pin('a', false);
    expect(model.failure.value).toEqual(failure);
    model.dispose();
  });

  test('is chosen in the settings', async () => {
    const settings = memorySettings();
    const model = createSettingsModel({
      settings,
      background: createMemoryBackground(),
      access: {
        state: async () => ({ allSites: false, origins: [] }),
        request: async () => true,
        revoke: async () => true,
        currentSite: async () => undefined,
        watch: () => () => undefined,
      },
    });
    await settled();
    await model.setHistory(true);
    expect([settings.current().history, model.settings.value.history]).toEqual([true, true]);
    model.dispose();
  });

  test('is told in the status line only when something is wrong', () => {
    const history = { on: true, flows: 3, bytes: 9, expired: 0 };
    expect(statusLine({ ...IDLE_STATUS, history }, 0, 0)).toBe(
      '0 flows · 0 held · 0 dropped · not recording',
    );
    expect(
      statusLine({ ...IDLE_STATUS, history: { ...history, expired: 2, trouble: 'the disk is full' } }, 0, 0),
    ).toBe(
      '0 flows · 0 held · 0 dropped · not recording · not written to disk: the disk is full · 2 left the history for want of room',
    );
  });
});

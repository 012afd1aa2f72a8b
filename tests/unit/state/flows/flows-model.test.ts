import { describe, expect, test } from 'vitest';
import { UNDO_MILLISECONDS } from '../../../../lib/messaging/protocol.ts';
import { createFlowsModel, type FlowsModel } from '../../../../lib/state/flows/flows-model.ts';
import { memorySettings } from '../../support/memory.ts';
import { createMemoryBackground, type MemoryBackground, settled } from '../../support/memory-background.ts';
import { onlyFlow, Story } from '../../support/observations.ts';
import { summaryOf } from '../../support/summary.ts';

interface Scene {
  readonly background: MemoryBackground;
  readonly model: FlowsModel;
  readonly settings: ReturnType<typeof memorySettings>;
  /** Runs what was put off. */
  readonly pass: () => void;
  readonly delays: readonly number[];
}

function scene(options: { scopeTabId?: number; preserve?: boolean } = {}): Scene {
  const { preserve = true, ...scope } = options;
  const background = createMemoryBackground();
  const settings = memorySettings({ preserve });
  const waiting = new Set<() => void>();
  const delays: number[] = [];
  const schedule = (run: () => void, milliseconds: number): (() => void) => {
    delays.push(milliseconds);
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const model = createFlowsModel(background, { settings, schedule, ...scope });
  const pass = (): void => {
    for (const run of waiting) run();
  };
  return { background, model, settings, pass, delays };
}

function ids(model: FlowsModel): readonly string[] {
  return model.visible.value.map((summary) => summary.id);
}

/** A flow as the background would give it, with the id and the revision of a summary. */
function wholeFlow(id: string, revision: number) {
  const story = new Story().request(
    'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s',
  );
  return { ...onlyFlow(story), id, revision };
}

describe('the list', () => {
  test('is sorted newest first, whatever the order of arrival', () => {
    const { background, model } = scene();
    background.put(summaryOf({ id: 'b', startedAt: 2 }), summaryOf({ id: 'a', startedAt: 1 }));
    background.put(summaryOf({ id: 'c', startedAt: 3 }));
    expect(ids(model)).toEqual(['c', 'b', 'a']);
  });

  test('replaces, removes and, after a restart, forgets', () => {
    const { background, model } = scene();
    background.put(summaryOf({ id: 'a' }), summaryOf({ id: 'b' }));
    background.put(summaryOf({ id: 'a', revision: 2, outcome: { kind: 'no-answer' } }));
    expect(model.visible.value.find(({ id }) => id === 'a')?.outcome).toEqual({
      kind: 'no-answer',
    });
    background.remove('a');
    expect(ids(model)).toEqual(['b']);
    background.restart([summaryOf({ id: 'z' })]);
    expect(ids(model)).toEqual(['z']);
  });

  test('is scoped to a tab and the tabs it opened, or to all tabs', () => {
    const { background, model } = scene({ scopeTabId: 1 });
    background.put(
      summaryOf({ id: 'own', tabId: 1, startedAt: 3 }),
      summaryOf({ id: 'popup', tabId: 5, openerTabId: 1, startedAt: 2 }),
      summaryOf({ id: 'other', tabId: 2, startedAt: 1 }),
    );
    expect(ids(model)).toEqual(['own', 'popup']);
    model.allTabs.value = true;
    expect(ids(model)).toEqual(['own', 'popup', 'other']);
  });

  test('without preserve, hides settled flows older than the newest of their tab', async () => {
    const { background, model, settings } = scene({ preserve: false });
    await settled();
    background.put(
      summaryOf({ id: 'new', startedAt: 4 }),
      summaryOf({ id: 'open', startedAt: 3, status: 'open' }),
      summaryOf({ id: 'old', startedAt: 2 }),
      summaryOf({ id: 'elsewhere', startedAt: 1, tabId: 2 }),
    );
    expect(ids(model)).toEqual(['new', 'open', 'elsewhere']);
    model.preferences.setPreserve(true);
    expect(ids(model)).toEqual(['new', 'open', 'old', 'elsewhere']);
    expect(settings.current().preserve).toBe(true);
  });

  test('is filtered, and still knows how many are in scope', () => {
    const { background, model } = scene();
    background.put(summaryOf({ id: 'a', state: 'abc' }), summaryOf({ id: 'b', state: 'xyz' }));
    model.filter.value = 'state:ab';
    expect(ids(model)).toEqual(['a']);
    expect(model.inScope.value).toBe(2);
  });
});

test('the width of the list is stored when it has come to rest', async () => {
  const { model, settings } = scene();
  await settled();
  model.preferences.setListWidth(400);
  expect(settings.current().listWidth).toBe(340);
  model.preferences.keepListWidth();
  expect(settings.current().listWidth).toBe(400);
  expect(model.preferences.listWidth.value).toBe(400);
});

describe('the shown flow', () => {
  test('is the newest until one is selected, and then stays', () => {
    const { background, model } = scene();
    background.put(summaryOf({ id: 'a', startedAt: 1 }));
    background.put(summaryOf({ id: 'b', startedAt: 2 }));
    expect(model.shown.value?.id).toBe('b');
    model.select('a');
    background.put(summaryOf({ id: 'c', startedAt: 3 }));
    expect(model.shown.value?.id).toBe('a');
    model.select(undefined);
    expect(model.shown.value?.id).toBe('c');
  });

  test('is fetched again for every revision, and only then', async () => {
    const { background, model } = scene();
    background.setFlow(wholeFlow('a', 1));
    background.put(summaryOf({ id: 'a', revision: 1 }));
    await settled();
    expect(model.flow.value?.revision).toBe(1);
    background.setStatus({ dropped: 1 });
    background.setFlow(wholeFlow('a', 2));
    background.put(summaryOf({ id: 'a', revision: 2 }));
    await settled();
    expect(model.flow.value?.revision).toBe(2);
    expect(background.calls).toEqual([
      { name: 'flow', args: ['a'] },
      { name: 'flow', args: ['a'] },
    ]);
  });

  test('ignores an answer that comes after another flow was selected', async () => {
    const { background, model } = scene();
    const answers = background.holdAnswers();
    for (const id of ['a', 'b']) background.setFlow(wholeFlow(id, 1));
    background.put(summaryOf({ id: 'a', startedAt: 2 }), summaryOf({ id: 'b', startedAt: 1 }));
    model.select('b');
    await settled();
    await answers.release(1);
    expect(model.flow.value?.id).toBe('b');
    await answers.release(0);
    expect(model.flow.value?.id).toBe('b');
  });

  test('says why it cannot be fetched', async () => {
    const { background, model } = scene();
    const failure = { code: 'gone', message: 'It is gone.', remedy: 'Sign in again.' };
    background.fail('flow', failure);
    background.put(summaryOf({ id: 'a' }));
    await settled();
    expect(model.failure.value).toEqual(failure);
    expect(model.flow.value).toBeUndefined();
  });

  test('is opened in a narrow view until the reader goes back or it is removed', () => {
    const { background, model } = scene();
    background.put(summaryOf({ id: 'a' }), summaryOf({ id: 'b' }));
    expect(model.opened.value).toBe(false);
    model.open('a');
    expect(model.opened.value).toBe(true);
    model.back();
    expect(model.opened.value).toBe(false);
    model.open('a');
    background.remove('a');
    expect(model.opened.value).toBe(false);
  });
});

describe('commands', () => {
  test('clear asks for the scope that is shown, and can be undone', async () => {
    const { background, model, delays } = scene({ scopeTabId: 1 });
    background.put(summaryOf({ id: 'a', tabId: 1 }), summaryOf({ id: 'b', tabId: 2 }));
    await model.clear();
    expect(ids(model)).toEqual([]);
    expect(model.cleared.value).toEqual({ cleared: 1, undoId: 'undo 1' });
    expect(delays).toEqual([UNDO_MILLISECONDS]);
    await model.undoClear();
    expect(ids(model)).toEqual(['a']);
    expect(model.cleared.value).toBeUndefined();
    expect(background.calls.filter(({ name }) => name !== 'flow')).toEqual([
      { name: 'clear', args: [{ tabId: 1 }] },
      { name: 'undoClear', args: ['undo 1'] },
    ]);
  });

  test('clear of all tabs says so, and the offer to undo ends by itself', async () => {
    const { background, model, pass } = scene();
    background.put(summaryOf({ id: 'a' }));
    await model.clear();
    expect(background.calls.at(-1)).toEqual({ name: 'clear', args: ['all'] });
    pass();
    expect(model.cleared.value).toBeUndefined();
    await model.undoClear();
    expect(background.calls.at(-1)?.name).toBe('clear');
  });

  test('record changes the status, or says why it did not', async () => {
    const { background, model } = scene();
    await model.setRecording(true);
    expect(model.status.value?.recording).toBe(true);
    const failure = { code: 'no', message: 'It cannot.', remedy: 'Reload.' };
    background.fail('setRecording', failure);
    await model.setRecording(false);
    expect(model.failure.value).toEqual(failure);
    model.dismissFailure();
    expect(model.failure.value).toBeUndefined();
  });

  test('nothing is listened to after it was disposed', () => {
    const { background, model } = scene();
    expect(background.subscribers()).toBe(1);
    model.dispose();
    expect(background.subscribers()).toBe(0);
  });
});

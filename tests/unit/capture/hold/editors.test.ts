import { describe, expect, it } from 'vitest';
import { createEditors } from '../../../../lib/capture/hold/editors.ts';
import { createHoldMemory } from '../../../../lib/capture/hold/hold-memory.ts';
import { memoryArea } from '../../support/memory.ts';

/** Tabs in memory: what each shows, and which of them are private. */
function scene({ pagesInPrivate = false } = {}) {
  const shown = new Map<number, string>([[7, 'the error page']]);
  const secret = new Set<number>();
  const area = memoryArea();
  let next = 100;
  let gate: Promise<void> = Promise.resolve();
  const life = () =>
    createEditors({
      pagesInPrivate,
      memory: createHoldMemory(area as never),
      tabs: {
        find: async (tabId) => (shown.has(tabId) ? { private: secret.has(tabId) } : undefined),
        async openBeside(_, page) {
          await gate;
          shown.set(next, JSON.stringify(page));
          return next++;
        },
        async closeIfShowing(tabId, page) {
          if (shown.get(tabId) === JSON.stringify(page)) shown.delete(tabId);
        },
      },
    });
  return {
    shown,
    secret,
    area,
    life,
    delay(until: Promise<void>) {
      gate = until;
    },
  };
}

describe('the tab that shows a held callback', () => {
  it('is closed once its callback was released, also by another life of the background', async () => {
    const { shown, area, life } = scene();
    await life().open(7, 'a');
    await life().open(7, 'b');
    expect([...shown.keys()]).toEqual([7, 100, 101]);
    await life().close('a');
    expect([...shown.keys()]).toEqual([7, 101]);
    expect([...area.items.keys()]).toEqual(['hold:editor:b']);
  });

  it('is not closed when the user went elsewhere in it, nor is one that the user opened', async () => {
    const { shown, life } = scene();
    const editors = life();
    await editors.open(7, 'a');
    shown.set(100, 'a page of the user');
    shown.set(50, JSON.stringify({ id: 'a' }));
    await editors.close('a');
    await editors.close('a');
    expect([...shown.keys()]).toEqual([7, 100, 50]);
  });

  it('is closed although the release came before it was there', async () => {
    const { shown, life, delay } = scene();
    const editors = life();
    let go = (): void => undefined;
    delay(new Promise((resolve) => (go = resolve)));
    const opened = editors.open(7, 'a');
    const closed = editors.close('a');
    go();
    await Promise.all([opened, closed]);
    expect([...shown.keys()]).toEqual([7]);
  });

  it('is not opened beside a tab that is gone, or private where our pages are not shown', async () => {
    const { shown, secret, life } = scene();
    secret.add(7);
    await life().open(7, 'a');
    await life().open(404, 'b');
    expect([...shown.keys()]).toEqual([7]);
  });

  it('is opened beside a private one where our pages are shown', async () => {
    const { shown, secret, life } = scene({ pagesInPrivate: true });
    secret.add(7);
    await life().open(7, 'a');
    expect([...shown.keys()]).toEqual([7, 100]);
  });
});

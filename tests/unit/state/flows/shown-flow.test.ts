import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { FlowSummary } from '../../../../lib/flow/summary-types.ts';
import { BEGIN_PAUSE, createShownFlow } from '../../../../lib/state/flows/shown-flow.ts';
import { createMemoryBackground, settled } from '../../support/memory-background.ts';
import { onlyFlow, Story } from '../../support/observations.ts';
import { summaryOf } from '../../support/summary.ts';

const whole = onlyFlow(
  new Story().request('https://as.test/authorize?response_type=code&client_id=c&state=s'),
);

/** The detail of a list, with a clock that is moved by hand, and every state in which it was drawn. */
function scene() {
  const background = createMemoryBackground();
  const shown = signal<FlowSummary | undefined>();
  const chosen = { id: '' };
  let time = 0;
  let due: { readonly at: number; readonly run: () => void } | undefined;
  const model = createShownFlow({
    background,
    shown,
    isChosen: (id) => id === chosen.id,
    later(run, milliseconds) {
      const timer = { at: time + milliseconds, run };
      due = timer;
      return () => {
        if (due === timer) due = undefined;
      };
    },
  });
  const drawn: string[] = [];
  model.detail.subscribe((now) =>
    drawn.push(
      now ? `${now.summary.id}${now.summary.revision} ${now.flow ? now.flow.revision : '-'}` : 'none',
    ),
  );
  const show = async (id: string, revision: number, change: Partial<FlowSummary> = {}): Promise<void> => {
    background.setFlow({ ...whole, id, revision });
    shown.value = summaryOf({ id, revision, status: 'completed', ...change });
    await settled();
  };
  const pass = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
    const timer = due;
    if (timer && timer.at <= time) {
      due = undefined;
      timer.run();
    }
    await settled();
  };
  const fetched = (): number => background.calls.filter(({ name }) => name === 'flow').length;
  return { background, model, shown, chosen, drawn, show, pass, fetched };
}

describe('the detail', () => {
  it('shows the first flow at once, and the whole of it when it is there', async () => {
    const { drawn, show } = scene();
    await show('a', 1, { status: 'open' });
    expect(drawn).toEqual(['none', 'a1 -', 'a1 1']);
  });

  it('changes once for a summary and its flow', async () => {
    const { drawn, show } = scene();
    await show('a', 1);
    await show('a', 2);
    await show('b', 1);
    expect(drawn.slice(3)).toEqual(['a2 2', 'b1 1']);
  });

  it('leaves the flow before in its place until a newer one has been there for a moment', async () => {
    const { drawn, show, pass, fetched } = scene();
    await show('a', 1);
    await show('b', 1, { status: 'open' });
    await pass(BEGIN_PAUSE / 2);
    await show('b', 2, { status: 'open' });
    expect(drawn.at(-1)).toBe('a1 1');
    expect(fetched()).toBe(1);
    await pass(BEGIN_PAUSE / 2);
    expect(drawn.slice(3)).toEqual(['b2 2']);
    expect(fetched()).toBe(2);
  });

  it('shows a newer flow that is over at once, however short it was', async () => {
    const { drawn, show, pass } = scene();
    await show('a', 1);
    await show('b', 1, { status: 'open' });
    await show('b', 2);
    expect(drawn.slice(3)).toEqual(['b2 2']);
    await pass(BEGIN_PAUSE);
    expect(drawn.slice(3)).toEqual(['b2 2']);
  });

  it('shows a newer flow whose callback came at once, also before its application answered', async () => {
    const { drawn, show } = scene();
    await show('a', 1);
    await show('b', 1, { status: 'open' });
    await show('b', 2, { status: 'open', callbackAt: 1 });
    expect(drawn.slice(3)).toEqual(['b2 2']);
  });

  it('shows some flow of an endless burst of flows that only begin', async () => {
    const { drawn, show, pass } = scene();
    await show('a', 1);
    for (const id of ['b', 'c', 'd']) {
      await show(id, 1, { status: 'open' });
      await pass(BEGIN_PAUSE / 2);
    }
    expect(drawn.slice(3)).toEqual(['c1 1']);
  });

  it('shows what was chosen at once, before the whole of it is there', async () => {
    const { chosen, drawn, show } = scene();
    await show('a', 1);
    chosen.id = 'b';
    await show('b', 1, { status: 'open' });
    expect(drawn.slice(3)).toEqual(['b1 -', 'b1 1']);
  });

  it('shows a change of the summary alone without asking for the flow again', async () => {
    const { model, show, fetched } = scene();
    await show('a', 1);
    await show('a', 1, { pinned: true });
    expect(model.detail.value).toMatchObject({ summary: { pinned: true }, flow: { revision: 1 } });
    expect(fetched()).toBe(1);
  });

  it('shows the summary alone when the flow does not come, and never the flow of another', async () => {
    const { background, drawn, show, pass } = scene();
    await show('a', 1);
    background.holdAnswers();
    await show('b', 1);
    expect(drawn.at(-1)).toBe('a1 1');
    await pass(1_000);
    expect(drawn.at(-1)).toBe('b1 -');
  });

  it('is empty at once when nothing is left to show', async () => {
    const { drawn, show, shown } = scene();
    await show('a', 1);
    shown.value = undefined;
    expect(drawn.at(-1)).toBe('none');
  });
});

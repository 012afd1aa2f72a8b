import { describe, expect, it } from 'vitest';
import { createDeliveries, MAX_BEGUN_COMMANDS } from '../../../lib/messaging/deliveries.ts';
import type { CommandName, CommandOutcome } from '../../../lib/messaging/protocol.ts';
import { sendCommand } from '../../../lib/messaging/send-command.ts';
import { memoryArea } from '../support/memory.ts';

const done = (value: unknown): CommandOutcome<unknown> => ({ ok: true, value });

/** A background that dies at the given deliveries: before it begins, while it works, or when it should answer. */
function dying(ends: readonly ('before' | 'during' | 'after' | 'silent' | undefined)[]) {
  const area = memoryArea();
  const carriedOut: string[] = [];
  const ids: unknown[] = [];
  let lives = createDeliveries(area);
  let delivery = 0;
  const send = async (message: unknown): Promise<unknown> => {
    const { id, name } = message as { readonly id: string; readonly name: CommandName };
    ids.push(id);
    const end = ends[delivery++];
    if (end === 'before') throw new Error('Could not establish connection. Receiving end does not exist.');
    const stops = new Promise<undefined>(() => undefined);
    const answer = lives(id, name, async () => {
      if (end === 'during') return stops as never;
      carriedOut.push(name);
      return done(carriedOut.length);
    });
    if (end === undefined) return answer;
    if (end !== 'during') await answer;
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (end === 'silent') return new Promise(() => undefined);
    lives = createDeliveries(area);
    return undefined;
  };
  const sending = {
    send,
    newId: () => 'id-1',
    pause: () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))),
  };
  return { sending, carriedOut, ids, area };
}

describe('a command given while the background stops', () => {
  it.each([
    ['before it began', ['before', 'before', undefined], 1],
    ['while it was carried out', ['during', undefined], 1],
    ['before its answer was sent', ['after', undefined], 2],
  ] as const)('%s is carried out when it can be repeated', async (_, ends, times) => {
    const { sending, carriedOut, ids } = dying(ends);
    expect(await sendCommand('setRecording', [true], sending)).toEqual(done(times));
    expect(carriedOut).toHaveLength(times);
    expect(new Set(ids)).toEqual(new Set(['id-1']));
  });

  it.each([
    ['while it was carried out', ['during', undefined], 0],
    ['before its answer was sent', ['after', undefined], 1],
  ] as const)(
    '%s is begun once when it cannot, and it is said that it was interrupted',
    async (_, ends, times) => {
      const { sending, carriedOut } = dying(ends);
      const outcome = await sendCommand('launch', [], sending);
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'interrupted' } });
      expect(carriedOut).toHaveLength(times);
    },
  );

  it('that cannot be repeated is carried out when no background had begun it', async () => {
    const { sending, carriedOut } = dying(['before', undefined]);
    expect(await sendCommand('launch', [], sending)).toEqual(done(1));
    expect(carriedOut).toEqual(['launch']);
  });

  it('is sent again when nobody answers, and the same life of the background carries it out once', async () => {
    const { sending, carriedOut } = dying(['silent', undefined]);
    expect(await sendCommand('launch', [], sending)).toEqual(done(1));
    expect(carriedOut).toEqual(['launch']);
  });

  it('is a failure that says so when it never arrives', async () => {
    const { sending } = dying(Array.from({ length: 10 }, () => 'before' as const));
    expect(await sendCommand('setRecording', [true], sending)).toMatchObject({
      ok: false,
      failure: { code: 'background-unreachable' },
    });
  });
});

describe('what is remembered of deliveries', () => {
  it('is one bounded list, read once, whatever else the area holds', async () => {
    const area = memoryArea();
    await area.set({ 'o:1': 'an observation', commands: ['id-from-before', 7, null] });
    const asked: unknown[] = [];
    const deliver = createDeliveries({
      get(key) {
        asked.push(key);
        return area.get(key);
      },
      set: area.set,
    });
    for (let index = 0; index < 500; index++) await deliver(`id-${index}`, 'launch', async () => done(index));
    expect(asked).toEqual(['commands']);
    expect([...area.items.keys()]).toEqual(['o:1', 'commands']);
    expect(area.items.get('commands')).toEqual(
      Array.from({ length: MAX_BEGUN_COMMANDS }, (_, index) => `id-${500 - MAX_BEGUN_COMMANDS + index}`),
    );
  });

  it('is complete when commands begin at the same time', async () => {
    const area = memoryArea();
    const deliver = createDeliveries(area);
    await Promise.all(['a', 'b', 'c'].map((id) => deliver(id, 'launch', async () => done(1))));
    const later = createDeliveries(area);
    for (const id of ['a', 'b', 'c'])
      expect(await later(id, 'launch', async () => done(2))).toMatchObject({
        ok: false,
        failure: { code: 'interrupted' },
      });
  });

  it('is nothing when the area holds something else under its name', async () => {
    const area = memoryArea();
    await area.set({ commands: { length: 3 } });
    expect(await createDeliveries(area)('a', 'launch', async () => done(1))).toEqual(done(1));
  });
});

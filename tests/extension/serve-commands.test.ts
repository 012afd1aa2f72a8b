import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, serveCommands } from '../../lib/messaging/server.ts';

const origin = (): string => fakeBrowser.runtime.getURL('' as never);
const own = () => ({ id: fakeBrowser.runtime.id, url: `${origin()}workbench.html` });

beforeEach(() => fakeBrowser.reset());

function serve() {
  const handlers = { flow: vi.fn(() => undefined), status: vi.fn() } as unknown as Handlers;
  serveCommands(handlers);
  const send = async (message: unknown, sender: object = own()): Promise<readonly unknown[]> =>
    fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined);
  return { handlers, send };
}

describe('the background', () => {
  it('answers a command of our own page', async () => {
    const { send } = serve();
    expect(await send({ grantscope: 'command', name: 'flow', args: ['a'] })).toEqual([
      { ok: true, value: undefined },
    ]);
  });

  it.each([['constructor'], ['__proto__'], ['toString'], ['unknown']])(
    'leaves the name %s unanswered',
    async (name) => {
      const { send } = serve();
      expect(await send({ grantscope: 'command', name, args: [] })).toEqual([undefined]);
    },
  );

  it.each([
    [null],
    ['text'],
    [{}],
    [{ grantscope: 'command', name: 'flow' }],
    [{ grantscope: 'other', name: 'flow', args: ['a'] }],
  ])('leaves %j unanswered', async (message) => {
    const { send, handlers } = serve();
    expect(await send(message)).toEqual([undefined]);
    expect(handlers.flow).not.toHaveBeenCalled();
  });

  it('leaves anybody else unanswered', async () => {
    const { send, handlers } = serve();
    const message = { grantscope: 'command', name: 'flow', args: ['a'] };
    expect(await send(message, { id: 'other', url: own().url })).toEqual([undefined]);
    expect(await send(message, { id: own().id, url: 'https://page.test/' })).toEqual([undefined]);
    expect(handlers.flow).not.toHaveBeenCalled();
  });

  it('refuses wrong arguments before the command sees them', async () => {
    const { send, handlers } = serve();
    expect(await send({ grantscope: 'command', name: 'flow', args: [{}] })).toMatchObject([
      { ok: false, failure: { code: 'wrong-arguments' } },
    ]);
    expect(handlers.flow).not.toHaveBeenCalled();
  });
});

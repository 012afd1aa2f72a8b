import { expect, test } from 'vitest';
import { eraseEverything } from '../../../lib/capture/erase.ts';
import { CommandError } from '../../../lib/messaging/command-error.ts';

function parts(broken: readonly string[] = []) {
  const done: string[] = [];
  const store = (name: string) => async () => {
    if (broken.includes(name)) throw new Error('blocked');
    done.push(name);
  };
  return {
    done,
    stop: store('stop'),
    stores: { flows: store('flows'), keys: store('keys'), settings: store('settings') },
    restart: () => void done.push('restart'),
  };
}

test('stops capturing, erases every store, then restarts', async () => {
  const all = parts();
  expect(await eraseEverything(all)).toEqual({ erased: true });
  expect(all.done).toEqual(['stop', 'flows', 'keys', 'settings', 'restart']);
});

test('erases although capturing cannot be stopped', async () => {
  const all = parts(['stop']);
  await eraseEverything(all);
  expect(all.done).toEqual(['flows', 'keys', 'settings', 'restart']);
});

test('names what could not be erased, erases the rest, and does not restart', async () => {
  const all = parts(['keys']);
  const failure = await eraseEverything(all).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandError);
  expect((failure as CommandError).failure).toEqual({
    code: 'not-erased',
    message: 'The browser refused to erase: keys. Everything else is erased.',
    remedy: 'Close the other pages of Grantscope and try again, or remove the extension from the browser.',
  });
  expect(all.done).toEqual(['stop', 'flows', 'settings']);
});

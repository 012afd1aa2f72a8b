import { browser } from '../browser/browser.ts';
import type { Handlers } from '../messaging/server.ts';
import { showBadge } from './badge.ts';
import { flashBadge } from './flash-badge.ts';

type Shortcut = 'toggle-record' | 'toggle-hold' | 'open-workbench';

/** Answers the keyboard shortcuts of the manifest; the badge says what a switch became. Registers its listener at once. */
export function listenToShortcuts(
  handlers: Pick<Handlers, 'status' | 'setRecording' | 'setHold' | 'openWorkbench'>,
): void {
  const submit = async (on: boolean): Promise<void> => {
    await flashBadge(on ? 'on' : 'off', async () => showBadge(await handlers.status()));
  };
  const run: Readonly<Record<Shortcut, () => Promise<void>>> = {
    'toggle-record': async () => {
      const { recording } = await handlers.status();
      await submit((await handlers.setRecording(!recording)).recording);
    },
    'toggle-hold': async () => {
      const { hold } = await handlers.status();
      const { only } = hold;
      await submit((await handlers.setHold({ on: !hold.on, ...(only === undefined ? {} : { only }) })).on);
    },
    'open-workbench': async () => {
      await handlers.openWorkbench('');
    },
  };
  browser.commands.onCommand.addListener((name) => {
    if (Object.hasOwn(run, name)) void run[name as Shortcut]().catch(() => undefined);
  });
}

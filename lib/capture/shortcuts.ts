import { browser } from '../browser/browser.ts';
import type { Handlers } from '../messaging/server.ts';
import type { Badge } from './badge.ts';

type Shortcut = 'toggle-record' | 'toggle-hold' | 'open-workbench';

/** Answers the keyboard shortcuts of the manifest; the badge says what a switch became. Registers its listener at once. */
export function listenToShortcuts(
  handlers: Pick<Handlers, 'status' | 'setRecording' | 'setHold' | 'openWorkbench'>,
  badge: Pick<Badge, 'flash'>,
): void {
  const show = (on: boolean): Promise<void> => badge.flash(on ? 'on' : 'off');
  const run: Readonly<Record<Shortcut, () => Promise<void>>> = {
    'toggle-record': async () => {
      const { recording } = await handlers.status();
      await show((await handlers.setRecording(!recording)).recording);
    },
    'toggle-hold': async () => {
      const { hold } = await handlers.status();
      const { only } = hold;
      await show((await handlers.setHold({ on: !hold.on, ...(only === undefined ? {} : { only }) })).on);
    },
    'open-workbench': async () => {
      await handlers.openWorkbench('');
    },
  };
  browser.commands.onCommand.addListener((name) => {
    if (Object.hasOwn(run, name)) void run[name as Shortcut]().catch(() => undefined);
  });
}

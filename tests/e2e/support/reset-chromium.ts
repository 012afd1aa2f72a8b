import type { Page } from '@playwright/test';
import { linkBackground } from './background.ts';
import type { ChromiumExtension } from './chromium.ts';
import { poll } from './poll.ts';

/** In storage.session while the background knows that its session has begun; without it it waits for the browser's start. */
const SESSION_BEGUN = 'session:begun';

/** What a background that was just installed writes into storage.session. */
const OF_A_NEW_ONE = [SESSION_BEGUN, 'session:flows', 'vault:archive'];

const ATTEMPTS = 3;

/**
 * Puts a browser back into the state in which it was launched: one empty tab, no memory of the background, empty storage,
 * no rules, grants, cookies or cache. Throws when something is left, so that no test begins with what another left.
 */
export async function resetChromium(extension: ChromiumExtension): Promise<void> {
  const { context } = extension;
  const open = context.pages();
  await context.unrouteAll();
  context.removeAllListeners('page');
  context.removeAllListeners('weberror');
  const bare = await extension.openBarePage();
  await Promise.all(open.map((page) => page.close()));
  let left: readonly string[] = [];
  for (let attempt = 1; attempt === 1 || (left.length > 0 && attempt <= ATTEMPTS); attempt += 1) {
    // What the background still holds in memory must not be written after the storage was emptied.
    await extension.stopWorker(bare);
    await bare.evaluate(emptyStorage, SESSION_BEGUN);
    // The change of the storage may have started it again.
    await extension.stopWorker(bare);
    left = await bare.evaluate(listLeft, OF_A_NEW_ONE);
  }
  if (left.length > 0) throw new Error(`left in the browser: ${left.join(', ')}`);
  await emptyBrowser(bare);
  const { recording, flows, held, hold } = await linkBackground(bare).call('status');
  if (recording || flows > 0 || held > 0 || hold.on)
    throw new Error(`the background goes on: ${JSON.stringify({ recording, flows, held, hold })}`);
  await poll(async () => extension.worker() !== undefined, 'The background after the browser was put back');
  await context.newPage();
  await bare.close();
}

/** Runs in a page of the extension while the background is stopped. */
async function emptyStorage(begun: string): Promise<void> {
  const deleteDatabase = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  const databases = await indexedDB.databases();
  await Promise.all(databases.map(({ name = '' }) => deleteDatabase(name)));
  localStorage.clear();
  const { storage, declarativeNetRequest: rules, permissions } = chrome;
  // All at once, so that a background that is started by the change finds nothing in any.
  await Promise.all([storage.session.clear(), storage.local.clear(), storage.sync.clear()]);
  await storage.session.set({ [begun]: true });
  const ids = async (list: Promise<readonly { readonly id: number }[]>): Promise<number[]> =>
    (await list).map(({ id }) => id);
  await rules.updateSessionRules({ removeRuleIds: await ids(rules.getSessionRules()) });
  await rules.updateDynamicRules({ removeRuleIds: await ids(rules.getDynamicRules()) });
  const { origins = [] } = await permissions.getAll();
  const required = new Set(chrome.runtime.getManifest().host_permissions ?? []);
  const granted = origins.filter((origin) => !required.has(origin));
  if (granted.length > 0) await permissions.remove({ origins: granted });
  await chrome.action.setBadgeText({ text: '' });
  for (const { id } of await chrome.scripting.getRegisteredContentScripts())
    await chrome.scripting.unregisterContentScripts({ ids: [id] });
}

/** Runs in the same page: names what should be empty and is not. */
async function listLeft(usual: readonly string[]): Promise<readonly string[]> {
  const { storage, declarativeNetRequest: rules } = chrome;
  const [session, local, sessionRules, dynamicRules] = await Promise.all([
    storage.session.get(),
    storage.local.get(),
    rules.getSessionRules(),
    rules.getDynamicRules(),
  ]);
  const records = async ({ name = '' }: IDBDatabaseInfo): Promise<string[]> => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const names = [...database.objectStoreNames];
    const counts = await Promise.all(
      names.map(
        (store) =>
          new Promise<number>((resolve, reject) => {
            const counting = database.transaction(store).objectStore(store).count();
            counting.onsuccess = () => resolve(counting.result);
            counting.onerror = () => reject(counting.error);
          }),
      ),
    );
    database.close();
    return names.filter((_, index) => counts[index] !== 0).map((store) => `${name}.${store}`);
  };
  const stores = await Promise.all((await indexedDB.databases()).map(records));
  return [
    ...Object.keys(session).filter((key) => !usual.includes(key)),
    // The count of flows in memory, which a background that was woken meanwhile notes.
    ...Object.keys(local).filter((key) => !(usual.includes(key) && local[key] === 0)),
    ...[...sessionRules, ...dynamicRules].map(({ id }) => `rule ${id}`),
    ...stores.flat(),
  ];
}

/** What the browser keeps beside the extension: cookies, cache, clipboard. */
async function emptyBrowser(page: Page): Promise<void> {
  const context = page.context();
  await context.clearCookies();
  const control = await context.newCDPSession(page);
  await control.send('Network.clearBrowserCache');
  await control.detach();
  await page.evaluate(() => navigator.clipboard.writeText(''));
}

import { rm } from 'node:fs/promises';
import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { makePrivateProfile } from '../support/private-profile.ts';

const labRequest = (lab: string, client: string, state: string): string => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'lab-client',
    redirect_uri: `${client}/callback`,
    state,
  });
  return `${lab}/authorize/302/query?${query}`;
};

test('a flow in a private window is seen, marked, and never written to disk', async ({ sandbox }) => {
  const profile = makePrivateProfile();
  const extension = await ChromiumExtension.launch({ profile });
  try {
    const background = await extension.link();
    const { lab, client } = sandbox.urls;
    await background.call('launch', {
      url: labRequest(lab, client, 'private-state'),
      target: 'private-window',
      profileId: 'oauth',
      environmentId: 'sandbox',
      state: 'private-state',
    });
    await expect
      .poll(async () => {
        const recent = await background.call('recentCallbacks', 10);
        return recent.find(({ state }) => state === 'private-state');
      })
      .toMatchObject({ status: 'completed', hops: 2, marks: ['private', 'launched'] });

    const bare = await extension.openPage('devtools.html');
    const stored = await bare.evaluate(async () => ({
      local: JSON.stringify(await chrome.storage.local.get(null)),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
    expect(stored.local).not.toContain('private-state');
    for (const name of stored.databases) {
      const text = await bare.evaluate(readDatabase, name ?? '');
      expect(text).not.toContain('private-state');
    }
  } finally {
    await extension.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('a launch into a private window says what to allow when it is not allowed', async ({
  sandbox,
  extension,
}) => {
  const workbench = await extension.openPage('workbench.html');
  const { url } = connectpayRequest(sandbox);
  const outcome = await workbench.evaluate(
    (order) => chrome.runtime.sendMessage({ grantscope: 'command', name: 'launch', args: [order] }),
    { url, target: 'private-window', profileId: 'connectpay', environmentId: 'sandbox' },
  );
  expect(outcome).toEqual({
    ok: false,
    failure: {
      code: 'private-not-allowed',
      message: 'Grantscope may not see private windows, so the callback would be lost.',
      remedy:
        'Allow it in the browser’s extension settings: “Allow in Incognito” or “Run in Private Windows”.',
    },
  });
  expect(await (await extension.link()).call('status')).toMatchObject({ flows: 0 });
});

/** Everything in an IndexedDB database, as text. */
function readDatabase(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = async () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames];
      const contents = stores.map(
        (store) =>
          new Promise<unknown>((done) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => done(reading.result);
          }),
      );
      resolve(JSON.stringify(await Promise.all(contents)));
      database.close();
    };
  });
}

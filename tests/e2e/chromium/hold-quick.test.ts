import { startCookieSites } from '../support/cookie-sites.ts';
import { expect, test } from '../support/fixtures.ts';
import { poll } from '../support/poll.ts';
import { sampleOf } from '../support/sample.ts';

const e = encodeURIComponent;

/** Releases one after the other. */
const RELEASES = sampleOf(200, 24);

test.setTimeout(60_000 + RELEASES * 5_000);

test('a callback that is released at the instant of its stop arrives, every time', async ({
  extension,
  background,
}) => {
  const sites = await startCookieSites();
  const { tab } = extension;
  const callback = `${sites.application}/callback`;
  await background.call('setHold', { on: true, only: [callback] });
  const bare = await extension.openPage('devtools.html');
  /** Asks without a pause, so that the release comes before the browser shows that anything was stopped. */
  const releaseAtOnce = (): Promise<string> =>
    bare.evaluate(async () => {
      const call = (name: string, ...args: readonly unknown[]) =>
        chrome.runtime.sendMessage({ grantscope: 'command', name, args });
      let last = 'nothing was seen';
      for (const end = Date.now() + 10_000; Date.now() < end; ) {
        const { value } = await call('recentCallbacks', 1);
        last = value[0]?.status ?? last;
        if (last !== 'held') continue;
        const outcome = await call('release', value[0].id, { as: 'it was' });
        return outcome.ok ? 'released' : outcome.failure.code;
      }
      return last;
    });
  const arrivals: string[] = [];
  for (let count = 0; count < RELEASES; count++) {
    const posted = count % 2 === 1;
    const answer = `${callback}?code=c${count}&state=s${count}`;
    const request = `response_type=code&client_id=c&state=s${count}&redirect_uri=${e(callback)}`;
    const page = posted ? `form?to=${e(callback)}` : `link?to=${e(answer)}`;
    await tab.goto(`${sites.provider}/${page}&${request}`);
    const released = releaseAtOnce();
    await tab.click('#go', { noWaitAfter: true });
    const outcome = await released;
    const arrived = await poll(async () => sites.arrived[count], `Arrival ${count + 1} (${outcome})`);
    arrivals.push(`${outcome} ${arrived.method}`);
    await tab.waitForSelector('#arrived');
    // Otherwise the tabs of the editor would pile up.
    for (const other of extension.context.pages()) if (other.url().includes('hold.html')) await other.close();
  }
  expect(arrivals).toEqual(
    Array.from({ length: RELEASES }, (_, count) => `released ${count % 2 === 1 ? 'POST' : 'GET'}`),
  );
  expect(sites.arrived).toHaveLength(RELEASES);
  await sites.close();
});

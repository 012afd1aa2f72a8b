import { SESSION, startCookieSites } from '../support/cookie-sites.ts';
import { DevToolsBrowser } from '../support/devtools-panel.ts';
import { expect, test } from '../support/fixtures.ts';
import { PanelPage } from '../support/panel-page.ts';

test('a session cookie that form_post loses is shown with the reason, and its value nowhere', async () => {
  const sites = await startCookieSites();
  const devtools = await DevToolsBrowser.launch();
  const opened = await devtools.openPanel(`${sites.application}/session`);
  const panel = new PanelPage(opened.panel);
  await panel.record(true);
  // The cookie is set again, now that DevTools are open.
  await opened.tab.goto(`${sites.application}/session`);
  const query = new URLSearchParams({
    to: `${sites.application}/callback`,
    response_type: 'code',
    response_mode: 'form_post',
    client_id: 'app',
    redirect_uri: `${sites.application}/callback`,
    state: 's1',
  });
  await opened.tab.goto(`${sites.provider}/form?${query}`);
  await opened.tab.click('#go');
  await opened.tab.waitForSelector('#arrived');
  expect(sites.arrived.at(-1)?.cookies).toBe('');
  await opened.devtools.bringToFront();
  await expect.poll(() => panel.flowText()).toContain('CK01');
  await expect.poll(() => panel.flowText()).toContain('Cookies 1');
  await panel.press('tab', 'Cookies 1');
  await expect.poll(() => panel.flowText()).toContain('withheld: SameSite=Lax, cross-site POST');
  const text = await panel.flowText();
  expect(text).toContain('sid');
  expect(text).toContain('SameSite=Lax · HttpOnly · Path=/');
  expect(text).toContain(`set before, at ${sites.application}/session`);
  const stored = await opened.panel.evaluate(async () =>
    Object.values(await chrome.storage.session.get())
      .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      .join('\n'),
  );
  expect(stored).toContain('"name":"sid"');
  expect(stored).not.toContain(SESSION);
  await devtools.close();
  await sites.close();
});

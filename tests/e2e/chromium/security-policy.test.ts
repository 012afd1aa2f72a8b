import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/fixtures.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src http: https:; base-uri 'none'; form-action http: https:";

/** Of the page that sends a changed form: no origin, one script of ours, no connection but the form's. */
const SANDBOX_POLICY =
  "sandbox allow-scripts allow-forms; default-src 'none'; script-src 'self'; base-uri 'none'; form-action http: https:";

test('the built manifest has the strict policy and opens nothing to pages', async ({ extension }) => {
  const page = await extension.openPage('devtools.html');
  const manifest = await page.evaluate(
    () => chrome.runtime.getManifest() as unknown as Record<string, unknown>,
  );
  expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY, sandbox: SANDBOX_POLICY });
  expect(manifest.sandbox).toEqual({ pages: ['send-form.html'] });
  expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
  expect(Object.keys(manifest)).not.toContain('externally_connectable');
  expect(Object.keys(manifest)).not.toContain('content_scripts');
  expect(manifest.host_permissions).toEqual(['*://localhost/*', '*://127.0.0.1/*', '*://[::1]/*']);
});

for (const name of ['workbench.html', 'popup.html', 'hold.html', 'welcome.html']) {
  test(`${name} runs no script but its own`, async ({ extension }) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end('globalThis.pwned = "remote"');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.js`;
    const page = await extension.openPage(name);
    const refused = await page.evaluate(
      (url) =>
        new Promise<readonly string[]>((settle) => {
          const seen = new Set<string>();
          document.addEventListener('securitypolicyviolation', (event) => {
            seen.add(`${event.effectiveDirective} ${event.blockedURI === url ? 'remote' : event.blockedURI}`);
            if (seen.size === 7) settle([...seen].toSorted());
          });
          const add = (tag: string, attributes: Readonly<Record<string, string>>, text = ''): void => {
            const element = document.createElement(tag);
            for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
            element.textContent = text;
            document.body.append(element);
          };
          add('script', {}, 'globalThis.pwned = "inline"');
          add('script', { src: url });
          add('div', { onclick: 'globalThis.pwned = "attribute"' });
          add('style', {}, 'body { color: red }');
          add('iframe', { src: 'data:text/html,x' });
          add('object', { data: 'data:text/html,x' });
          document.querySelector<HTMLElement>('[onclick]')?.click();
          // Not from here: what a debugger evaluates may do more than a page.
          setTimeout(() => {
            try {
              new Function('globalThis.pwned = "eval"')();
            } catch {
              // Told as a violation.
            }
          });
        }),
      remote,
    );
    expect(refused).toEqual([
      'frame-src ',
      'object-src data',
      'script-src eval',
      'script-src-attr inline',
      'script-src-elem inline',
      'script-src-elem remote',
      'style-src-elem inline',
    ]);
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    server.close();
  });
}

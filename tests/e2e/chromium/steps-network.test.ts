import { ChromiumExtension } from '../support/chromium.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { startClosed, startRedirecting, startSelfSigned } from '../support/odd-servers.ts';
import { StepsPage } from '../support/steps-page.ts';

/** A host for which the extension has no permission. */
const FOREIGN = 'api.bank.example';

/** Chromium that finds that host on this machine. */
const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options }, use) => {
    const args = [`--host-resolver-rules=MAP ${FOREIGN} 127.0.0.1`];
    const extension = await ChromiumExtension.launch({ ...options, args });
    await use(extension);
    await extension.close();
  },
});

test('says plainly why a call got no answer', async ({ sandbox, extension }) => {
  const { page } = await extension.openWorkbench();
  const steps = new StepsPage(page);
  await steps.choose('finAPI', { access: sandbox.urls.finapi });
  await steps.show('Client token');
  const runAt = async (access: string): Promise<void> => {
    await steps.tab.getByLabel('Base URL access', { exact: true }).fill(access);
    await steps.press('Run Client token');
  };

  const redirecting = await startRedirecting(`${sandbox.urls.finapi}/elsewhere`);
  await runAt(`http://127.0.0.1:${redirecting.port}`);
  await expect(steps.outcome).toContainText(
    `127.0.0.1:${redirecting.port} redirects this call with HTTP 307 to ${sandbox.urls.finapi}/elsewhere. It was not followed`,
  );
  await redirecting.stop();

  await runAt(`http://127.0.0.1:${redirecting.port}`);
  await expect(steps.outcome).toContainText(`Nothing answered at 127.0.0.1:${redirecting.port}.`);

  const selfSigned = await startSelfSigned();
  await runAt(`https://127.0.0.1:${selfSigned.port}`);
  await expect(steps.outcome).toContainText(
    `The certificate of 127.0.0.1:${selfSigned.port} is not trusted (net::ERR_CERT_AUTHORITY_INVALID), so that nothing was sent.`,
  );
  await selfSigned.stop();

  const closed = await startClosed();
  await runAt(`http://${FOREIGN}:${closed.port}`);
  await expect(steps.outcome).toContainText(
    `Grantscope may not read answers of ${FOREIGN}:${closed.port}, and the server does not allow it to every page (CORS).`,
  );
  await closed.stop();

  await extension.context.setOffline(true);
  await runAt(sandbox.urls.finapi);
  await expect(steps.outcome).toContainText('The browser is offline. Connect to the network');
  await extension.context.setOffline(false);
  await steps.press('Run Client token');
  await expect(steps.outcome).toContainText('HTTP 200');
});

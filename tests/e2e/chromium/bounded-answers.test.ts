import { type HostileServer, startHostileServer } from '../../unit/net/hostile-server.ts';
import { expect, test } from '../support/fixtures.ts';
import { TokenPage } from '../support/token-page.ts';

let server: HostileServer;
test.beforeAll(async () => {
  server = await startHostileServer();
});
test.afterAll(() => server.stop());

test('keys are fetched within bounds, and no redirect is followed', async ({ workbench }) => {
  const { page } = workbench;
  await page.getByRole('tab', { name: 'Token', exact: true }).click();
  const token = new TokenPage(page);
  await token.box('Token').fill('eyJhbGciOiJSUzI1NiJ9.e30.c2ln');
  await page.getByRole('radio', { name: 'Issuer or JWKS address' }).check();
  const fetchFrom = async (path: string): Promise<void> => {
    await token.box('Issuer or JWKS address').fill(`${server.url}${path}`);
    await token.press(/^Fetch (keys|again)$/);
  };

  await fetchFrom('/bomb');
  await expect(page.getByText(`The answer of ${server.url}/bomb is longer than 1 MB`)).toBeVisible();
  await fetchFrom('/endless');
  await expect(page.getByText(`The answer of ${server.url}/endless is longer than 1 MB`)).toBeVisible();
  await server.closed;

  for (const path of ['/away', '/aside']) {
    await fetchFrom(path);
    await expect(
      page.getByText(`${server.url}${path} redirects to another address. It was not followed.`),
    ).toBeVisible();
  }
  expect(server.asked).not.toContain('/json');
  expect(server.asked).not.toContain('/elsewhere');
});

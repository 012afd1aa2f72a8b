import { CLIENT_LIBRARIES } from '../support/client-cases.ts';
import { expect, test } from '../support/fixtures.ts';
import { recordedRows } from '../support/recorded-rows.ts';
import { runClientCase } from '../support/run-client-case.ts';

for (const library of CLIENT_LIBRARIES)
  test(`an application made with ${library.app} is recorded as what it does`, async ({
    sandbox,
    extension,
    background,
    workbench,
  }) => {
    for (const one of library.cases)
      await test.step(one.name, async () => {
        const base = `${sandbox.urls.client}/app/${library.app}`;
        const result = await runClientCase(extension.tab, base, library, one);
        if (one.result !== undefined) expect(result).toBe(one.result);
        await expect
          .poll(() => recordedRows(workbench.page, background), { message: one.name })
          .toEqual(one.rows);
        expect(sandbox.providerLog.take()).toEqual(one.provider);
        await background.call('clear', 'all');
      });
  });

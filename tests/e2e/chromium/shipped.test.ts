import { buildFor } from '../support/build.ts';
import { expectBill } from '../support/expect-bill.ts';
import { test } from '../support/fixtures.ts';

test('the package lists what is in it, with every licence', () => {
  expectBill(buildFor('chromium'));
});

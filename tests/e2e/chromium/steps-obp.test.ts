import { OBP_VIEW_FLAGS } from '../../../lib/providers/obp-view-flags.ts';
import { expect } from '../support/fixtures.ts';
import { mappedTest as test } from '../support/mapped-sandbox.ts';
import { readyDauth } from '../support/ready-dauth.ts';
import { StepsPage } from '../support/steps-page.ts';

test('Open Bank Project at version 4.0.0, and a user with roles', async ({ workbench }) => {
  const { page } = workbench;
  await readyDauth(workbench);
  const steps = new StepsPage(page);
  await steps.choose('Open Bank Project');
  await steps.run('Current user', 200);

  await steps.run('Create (DAuth) User with Account Access, v4.0.0', 201);
  await steps.answer.getByText(/^Permissions .+: \d+ of \d+$/).click();
  const flags = steps.answer.getByRole('list', { name: /^Permissions / }).getByRole('listitem');
  await expect(flags).toHaveCount(OBP_VIEW_FLAGS.length);
  await expect(flags.filter({ hasText: 'can_see_transaction_amount' })).toContainText(/yes|no/);

  await steps.run('Create (DAuth) User with Roles', 201);
  await expect(steps.answer).toContainText('CanCreateAccount');
  await steps.show('Grant User access to View, v4.0.0');
  await expect(steps.field('user_id')).toHaveValue(/^[0-9a-f-]{36}$/);
  await expect(steps.step.getByRole('list', { name: 'Offered for user_id' })).toContainText(
    'user_id from step Create (DAuth) User with Roles',
  );
  await steps.press('Run Grant User access to View, v4.0.0');
  await expect(steps.outcome).toContainText('HTTP 201');
  await expect(steps.answer).toContainText(/Permissions .+: \d+ of \d+/);
  await steps.show('Revoke User access to View, v4.0.0');
  await steps.press('Run Revoke User access to View, v4.0.0');
  await steps.press('Yes, run it');
  await expect(steps.outcome).toContainText('HTTP 201');
  await expect(steps.answer).toContainText('revoked');
});

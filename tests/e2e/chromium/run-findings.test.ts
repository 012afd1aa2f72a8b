import type { FlowCall } from '../../../lib/flow/types.ts';
import type { StepSpec } from '../../../lib/providers/step-types.ts';
import { SAMPLE } from '../../unit/profiles/sample-profile.ts';
import { corpus as da01 } from '../../unit/rules/corpus/DA01.ts';
import { corpus as da02 } from '../../unit/rules/corpus/DA02.ts';
import { corpus as da03 } from '../../unit/rules/corpus/DA03.ts';
import { corpus as da04 } from '../../unit/rules/corpus/DA04.ts';
import { corpus as da05 } from '../../unit/rules/corpus/DA05.ts';
import { corpus as da06 } from '../../unit/rules/corpus/DA06.ts';
import { corpus as da07 } from '../../unit/rules/corpus/DA07.ts';
import { corpus as da08 } from '../../unit/rules/corpus/DA08.ts';
import { corpus as da09 } from '../../unit/rules/corpus/DA09.ts';
import { corpus as da10 } from '../../unit/rules/corpus/DA10.ts';
import { corpus as da11 } from '../../unit/rules/corpus/DA11.ts';
import { corpus as da12 } from '../../unit/rules/corpus/DA12.ts';
import { corpus as fa01 } from '../../unit/rules/corpus/FA01.ts';
import { corpus as fa02 } from '../../unit/rules/corpus/FA02.ts';
import { corpus as fa03 } from '../../unit/rules/corpus/FA03.ts';
import { corpus as fa04 } from '../../unit/rules/corpus/FA04.ts';
import { corpus as fa05 } from '../../unit/rules/corpus/FA05.ts';
import { corpus as fa06 } from '../../unit/rules/corpus/FA06.ts';
import { corpus as lb05 } from '../../unit/rules/corpus/LB05.ts';
import { corpus as lb06 } from '../../unit/rules/corpus/LB06.ts';
import { corpus as ro21 } from '../../unit/rules/corpus/RO21.ts';
import type { Corpus } from '../../unit/rules/support/corpus.ts';
import { type CallServer, startCallServer } from '../support/call-server.ts';
import { FindingsView } from '../support/findings-view.ts';
import { expect, test } from '../support/fixtures.ts';
import { ProfilesPage } from '../support/profiles-page.ts';
import { StepsPage } from '../support/steps-page.ts';

const SECRET = new Set(['DAuth', 'Authorization', 'client_secret', 'password', 'refresh_token']);

/** A call as a step that sends it again. */
function stepOf(call: FlowCall, name: string, server: CallServer): StepSpec {
  const fields = call.fields.map((field): StepSpec['fields'][number] => ({
    name: field.name,
    in: field.in as 'form',
    required: false,
    description: 'As in the example.',
    constraint: 'None.',
    source: 'The example.',
    type: 'text',
    checks: [],
    default: field.value ?? 'kept-to-oneself',
    ...(SECRET.has(field.name) ? { secret: true } : {}),
  }));
  return {
    id: name.toLowerCase().replace(' ', '-'),
    name,
    summary: 'Sends the call of an example.',
    source: 'The example.',
    kind: 'call',
    request: {
      method: call.method as 'POST',
      url: server.urlOf(call),
      encoding: call.encoding,
    },
    fields,
    gives: [],
    notes: [],
  };
}

const FAMILIES: readonly (readonly [family: string, corpora: readonly Corpus[]])[] = [
  // A token of the user that another example fetches would answer FA05.
  ['finapi', [fa05, fa01, fa02, fa03, fa04, fa06]],
  ['leatherback', [lb05, lb06]],
  ['obp', [da01, da02, da03, da04, da05, da06, da07, da08, da09, da10, da11, da12]],
  ['openid', [ro21]],
];

for (const [family, corpora] of FAMILIES) {
  test(`calls of ${family} that are run for no sign-in are kept together with what is wrong with them`, async ({
    workbench,
  }) => {
    const server = await startCallServer();
    try {
      const steps = corpora.flatMap(({ rule, invalid }) => {
        const { calls = [] } = (invalid.find(({ flow }) => flow.calls?.length) ?? invalid[0]).flow;
        return calls.map((call, index) => stepOf(call, `${rule} ${index + 1}`, server));
      });
      const name = `Copy for ${family}`;
      const profile = { ...SAMPLE, id: `copy-${family}`, family, name, steps };
      const profiles = new ProfilesPage(workbench.page);
      await profiles.show();
      await profiles.importText(JSON.stringify({ version: 1, profiles: [profile] }));
      await expect(profiles.row(name)).toBeVisible();

      const page = new StepsPage(workbench.page);
      await page.choose(profile.id);
      for (const step of steps) {
        await page.show(step.name);
        await page.press(`Run ${step.name}`);
        await expect(page.outcome).toContainText('HTTP ');
      }
      await workbench.openTab('Flows');
      await workbench.rows.filter({ hasText: name }).click();
      const findings = new FindingsView(workbench);
      await findings.open();
      for (const { rule } of corpora)
        await expect(findings.items.filter({ hasText: rule }), rule).not.toHaveCount(0);
    } finally {
      await server.stop();
    }
  });
}

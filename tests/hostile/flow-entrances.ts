import { EXPORT_FORMATS } from '../../lib/export/export-formats.ts';
import { readSessionFlow } from '../../lib/export/import-session.ts';
import { writeExport } from '../../lib/export/write-export.ts';
import { compareFlows } from '../../lib/flow/compare-flows.ts';
import { searchable } from '../../lib/flow/filter.ts';
import { summarise } from '../../lib/flow/summary.ts';
import { tokensOf } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { contextOf } from '../../lib/rules/context-of.ts';
import { runRules } from '../../lib/rules/run.ts';
import { ALIASES, CATALOGUE } from '../unit/support/catalogue.ts';
import { onlyFlow, Story } from '../unit/support/observations.ts';

const NOW = 1_700_000_000_000;
const AUTHORIZE =
  'https://as.test/authorize?response_type=code&client_id=c&scope=openid&state=s&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';

/** A flow in which a text stands in the request and, in every parameter of it, in the callback. */
export function flowWith(text: string, request = '', callback = ''): Flow {
  const asked = new URLSearchParams({ nonce: text, login_hint: text, request: text }).toString();
  const sent = new URLSearchParams({
    code: text,
    iss: text,
    flowid: text,
    id_token: text,
    [text]: text,
  }).toString();
  if (request !== '' || callback !== '') {
    const story = new Story().request(`${AUTHORIZE}&${request}`);
    return onlyFlow(story.request(`https://app.test/cb?state=s&${callback}`));
  }
  return onlyFlow(
    new Story()
      .request(`${AUTHORIZE}&${asked}`)
      .respond(`${AUTHORIZE}&${asked}`, 302)
      .request(`https://app.test/cb?state=s&${sent}`, { same: true })
      .respond(`https://app.test/cb?state=s&${sent}`),
  );
}

/** The same with the text as it is, not encoded, as a broken server sends it. */
function rawFlowWith(text: string): readonly Flow[] {
  const story = new Story()
    .request(`${AUTHORIZE}&nonce=${text}`)
    .request(`https://app.test/cb?state=s&code=${text}`);
  return [onlyFlow(story)];
}

/** Everything that is made of a flow when it is shown. */
export function show(flow: Flow): void {
  const findings = runRules(flow, contextOf(flow, { catalogue: CATALOGUE, now: NOW }));
  searchable(summarise(flow, findings, CATALOGUE));
  tokensOf(flow);
  compareFlows({ flow, findings }, { flow: flowWith('other'), findings: [] }, CATALOGUE);
}

/** Everything that is written of a flow, redacted or not. */
function exportAll(flow: Flow): void {
  const findings = runRules(flow, contextOf(flow, { catalogue: CATALOGUE, now: NOW }));
  for (const { id } of EXPORT_FORMATS)
    for (const redacted of [true, false])
      writeExport(id, {
        catalogue: CATALOGUE,
        flows: [{ flow, findings }],
        version: '1',
        now: NOW,
        redacted,
      });
  readSessionFlow(JSON.parse(JSON.stringify({ flow, findings })), ALIASES);
}

export const flowFeeds = [
  { name: 'observed flow', feed: (text: string) => show(flowWith(text)) },
  { name: 'observed flow, not encoded', feed: (text: string) => rawFlowWith(text).forEach(show) },
  { name: 'every export', feed: (text: string) => exportAll(flowWith(text)) },
];

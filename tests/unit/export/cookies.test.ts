import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../lib/export/import-file.ts';
import { writeMarkdown } from '../../../lib/export/markdown.ts';
import { redact } from '../../../lib/export/redact.ts';
import { writeSession } from '../../../lib/export/session.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { withCookies } from '../rules/support/cookies.ts';
import { authorizeUrl, posted } from '../rules/support/flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';

const flow = (secret = 'canary7'): Flow =>
  withCookies(posted(authorizeUrl({ response_mode: 'form_post' }), { code: 'code-1', state: 's1' }), [
    {
      url: `https://app.example/u/${secret}`,
      before: 1_000,
      set: [
        `session=${secret}; SameSite=Lax; Path=/`,
        `auth0.is.${secret}=1; Domain=app.example; Path=/u/${secret}`,
      ],
    },
    { hop: 1, sent: [] },
  ]);

const input = (one: Flow, redacted: boolean) => ({
  catalogue: CATALOGUE,
  flows: [{ flow: one, findings: [] }],
  version: '1.2.3',
  now: 1_700_000_000_000,
  redacted,
});

function imported(text: string) {
  const importer = createImporter(0, CATALOGUE);
  importer.push(text);
  const outcome = importer.finish();
  return outcome.ok ? outcome.value.flows : outcome;
}

describe('cookies in exports', () => {
  it('come back from a session file, redacted or not', () => {
    expect(imported(writeSession(input(flow(), false)))).toEqual([flow()]);
    expect(imported(writeSession(input(redact(flow()), true)))).toEqual([redact(flow())]);
  });

  it('keep attributes, and no name, path or hash that is not known to be harmless', () => {
    const redacted = redact(flow());
    expect(JSON.stringify(redacted)).not.toContain('canary7');
    const set = redacted.cookies?.exchanges[0]?.set;
    expect(set?.map(({ name, path, sameSite }) => ({ name, path, sameSite }))).toEqual([
      { name: 'session', path: '/', sameSite: 'Lax' },
      { name: 'redacted-name-1-16', path: expect.stringContaining('redacted-'), sameSite: undefined },
    ]);
  });

  it('are told hop by hop in Markdown', () => {
    expect(writeMarkdown(input(flow(), false))).toContain(
      '- `session` of `app.example`: SameSite Lax; set before at `https://app.example/u/canary7`; withheld (lax-method) at hop 2',
    );
  });
});

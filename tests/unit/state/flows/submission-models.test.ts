import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { AccessState } from '../../../../lib/state/app/services.ts';
import { createPastedCallback } from '../../../../lib/state/flows/pasted-callback.ts';
import { webhooksSubmitted } from '../../../../lib/state/flows/submitted-labels.ts';
import { inboxAddress } from '../../../../lib/state/flows/webhook-inbox.ts';
import { webhookStates } from '../../../../lib/state/flows/webhook-states.ts';
import { createWebhookSubmissions } from '../../../../lib/state/flows/webhook-submissions.ts';
import { keptLabel, troubleLabel } from '../../../../lib/state/settings/history-labels.ts';
import { formatBytes } from '../../../../lib/state/shared/format-bytes.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const REFUSED = { code: 'no', message: 'It is none.', remedy: 'Copy it whole.' };

describe('a pasted callback', () => {
  test('empties the field and tells of its flow', async () => {
    const background = createMemoryBackground();
    const shown: string[] = [];
    const model = createPastedCallback({ background, scopeTabId: 5, onSubmitted: (id) => shown.push(id) });
    model.text.value = 'https://app.test/cb?code=c';
    await model.submit();
    expect(background.calls).toEqual([
      { name: 'submitCallback', args: [{ text: 'https://app.test/cb?code=c', tabId: 5 }] },
    ]);
    expect([model.text.value, model.result.value.kind, shown]).toEqual(['', 'told', ['told']]);
  });

  test('that is refused stays in the field', async () => {
    const background = createMemoryBackground();
    background.fail('submitCallback', REFUSED);
    const model = createPastedCallback({ background });
    model.text.value = 'hello';
    await model.submit();
    expect(model.text.value).toBe('hello');
    expect(model.result.value).toEqual({ kind: 'failed', failure: REFUSED });
  });
});

describe('an inbox', () => {
  function scene(answer: () => Promise<Response>, granted: AccessState = { allSites: false, origins: [] }) {
    const background = createMemoryBackground();
    const asked: (readonly string[])[] = [];
    const fetched: string[] = [];
    let agrees = true;
    const model = createWebhookSubmissions({
      background,
      granted: signal(granted),
      access: {
        state: async () => granted,
        request: async (origins) => {
          asked.push(origins);
          return agrees;
        },
        revoke: async () => true,
        currentSite: async () => undefined,
        watch: () => () => undefined,
      },
      fetch: async (url) => {
        fetched.push(String(url));
        return answer();
      },
    });
    const refuse = (): void => {
      agrees = false;
    };
    return { model, background, asked, fetched, refuse };
  }
  const codeOf = (model: ReturnType<typeof scene>['model']): string | undefined =>
    model.result.value.kind === 'failed' ? model.result.value.failure.code : undefined;

  test('is read after access to its host was given, and what it says is told', async () => {
    const { model, background, asked, fetched } = scene(async () => new Response('[{"code":"c"}]'));
    model.inbox.value = 'https://inbox.example/list';
    await model.readInbox();
    expect(asked).toEqual([['https://inbox.example/*']]);
    expect(fetched).toEqual(['https://inbox.example/list']);
    expect(background.calls).toEqual([
      { name: 'submitWebhooks', args: [{ text: '[{"code":"c"}]', inboxUrl: 'https://inbox.example/list' }] },
    ]);
    expect(model.result.value.kind).toBe('told');
  });

  test('is not asked when access is refused, and needs none where it is there', async () => {
    const refused = scene(async () => new Response('[]'));
    refused.refuse();
    refused.model.inbox.value = 'https://inbox.example/list';
    await refused.model.readInbox();
    expect([codeOf(refused.model), refused.fetched]).toEqual(['not-allowed', []]);
    const granted = scene(async () => new Response('[]'), { allSites: true, origins: ['<all_urls>'] });
    granted.model.inbox.value = 'https://inbox.example/list';
    await granted.model.readInbox();
    expect(granted.asked).toEqual([]);
  });

  test.each([
    ['status', async () => new Response('no', { status: 503 })],
    ['web-page', async () => new Response('<!doctype html>')],
    ['unreachable', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['timeout', async () => Promise.reject(new DOMException('', 'TimeoutError'))],
  ] as const)('that fails says so: %s', async (code, answer) => {
    const { model } = scene(answer, { allSites: true, origins: [] });
    model.inbox.value = 'https://inbox.example/list';
    await model.readInbox();
    expect(codeOf(model)).toBe(code);
    expect(model.inbox.value).toBe('https://inbox.example/list');
  });

  const LIST = 'https://webhook.site/token/01234567-89ab-cdef-0123-456789abcdef/requests?sorting=newest';
  test.each([
    ['https://webhook.site/01234567-89ab-cdef-0123-456789abcdef', LIST],
    ['https://webhook.site/#!/view/01234567-89ab-cdef-0123-456789abcdef/aa/1', LIST],
    [' http://127.0.0.1:4600/webhook/inbox ', 'http://127.0.0.1:4600/webhook/inbox'],
    ['https://webhook.site/token/x/requests?page=2', 'https://webhook.site/token/x/requests?page=2'],
  ])('at %s is asked where its list is', (text, url) => {
    expect(inboxAddress(text)).toEqual({ ok: true, url });
  });

  test.each([
    '',
    'inbox',
    'ftp://inbox.example',
    'https://user:secret@inbox.example/',
    'https://webhook.site/',
  ])('has no address in “%s”', (text) => {
    expect(inboxAddress(text).ok).toBe(false);
  });
});

describe('words', () => {
  test('say what became of webhooks', () => {
    expect(webhooksSubmitted({ joined: 1, known: 0, alone: 0, skipped: 0, flowId: '' })).toBe(
      '1 webhook joined its flow.',
    );
    expect(webhooksSubmitted({ joined: 2, known: 1, alone: 3, skipped: 4, flowId: '' })).toBe(
      '2 webhooks joined their flows; 3 webhooks wait for a flow not yet seen; 1 webhook was known already; 4 left out as no answer to an authorize request.',
    );
  });

  test('say what is kept and what is not', () => {
    expect(keptLabel({ on: true, flows: 12, bytes: 3_400_000, expired: 0 })).toBe(
      'On disk: 12 of at most 10,000 flows, 3.4 MB of at most 50 MB.',
    );
    expect(keptLabel({ on: true, flows: 0, bytes: 0, expired: 2 })).toContain('2 older flows had to go');
    expect(troubleLabel({ on: true, flows: 0, bytes: 0, expired: 0, trouble: 'the disk is full' })).toBe(
      'Flows cannot be written to disk: the disk is full. Capturing goes on in memory.',
    );
    expect([0, 1, 999, 1_000, 12_345, 2_000_000].map(formatBytes)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '12 kB',
      '2 MB',
    ]);
  });

  test('compare the states of a webhook', () => {
    const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const code = `${encode({ alg: 'HS256' })}.${encode({ state: 'inner' })}.c2ln`;
    const request = 'https://as.test/authorize?response_type=code&client_id=c&state=s1';
    const compare = (body: object) => {
      const flow = onlyFlow(new Story().request(request).webhook(JSON.stringify(body)));
      const [webhook] = flow.webhooks ?? [];
      return webhook && webhookStates(flow, webhook).map(({ matches, text }) => `${matches}: ${text}`);
    };
    expect(compare({ code: 'plain', state: 's1' })).toEqual(['true: Its state matches the request']);
    expect(compare({ authorizationCode: code, state: 's1' })).toEqual([
      'true: Its state matches the request',
      'false: The state inside its code is another than the one beside it',
    ]);
  });
});

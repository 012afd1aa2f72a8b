import type { Context } from 'hono';
import { html } from 'hono/html';
import { inlineScript, scriptLiteral } from '../inline-script.ts';
import { type Html, page } from '../page.ts';
import type { Delivery } from './channels.ts';

/** The name every page of this server carries. */
const PROVIDER = 'Redirect lab';

const STATUSES = { '301': 301, '302': 302, '303': 303, '307': 307, '308': 308 } as const;

/** How the browser is moved: by a status, by a page that refreshes, by a script, or by a status after two detours. */
export const VIAS = [
  ...(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
  'meta',
  'script',
  'slow',
] as const;

/** One of the ways. */
export type Via = (typeof VIAS)[number];

/** The status of a way that is one. */
function statusOf(via: Via): 301 | 302 | 303 | 307 | 308 | undefined {
  return isStatus(via) ? STATUSES[via] : undefined;
}

/** Sends the browser on with an answer. */
export function deliver(c: Context, delivery: Delivery, via: Via): Response | Promise<Response> {
  if (delivery.kind === 'form') {
    const status = statusOf(via);
    // 307 and 308 keep method and body, so here the form goes through a redirect of that status.
    const relay = status === 307 || status === 308;
    const action = relay ? `/relay/${status}?to=${encodeURIComponent(delivery.action)}` : delivery.action;
    return c.html(formPage({ ...delivery, action }));
  }
  if (via === 'meta') return c.html(metaPage(delivery.url));
  if (via === 'script') return c.html(scriptPage(delivery.url));
  return c.redirect(delivery.url, statusOf(via) ?? 302);
}

const isStatus = (via: string): via is keyof typeof STATUSES => Object.hasOwn(STATUSES, via);

function formPage({ action, entries, asText }: Extract<Delivery, { kind: 'form' }>): Html {
  return page({
    provider: PROVIDER,
    title: 'Posting the answer',
    body: html`<form id="answer" method="post" action="${action}"${asText ? html` enctype="text/plain"` : ''}>
${entries.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<noscript><button>Continue</button></noscript>
</form>${inlineScript(`document.getElementById('answer').submit();`)}`,
  });
}

function metaPage(url: string): Html {
  return page({
    provider: PROVIDER,
    title: 'Going back by meta refresh',
    body: html`<meta http-equiv="refresh" content="0;url=${url}"><p>One moment.</p>`,
  });
}

function scriptPage(url: string): Html {
  return page({
    provider: PROVIDER,
    title: 'Going back by script',
    body: html`<p>One moment.</p>${inlineScript(`location.href = ${scriptLiteral(url)};`)}`,
  });
}

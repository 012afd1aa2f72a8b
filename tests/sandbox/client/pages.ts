import { html } from 'hono/html';
import { inlineScript } from '../inline-script.ts';
import { facts, type Html, page } from '../page.ts';

/** The name every page of this server carries. */
export const PROVIDER = 'Client application';

/** On this channel a callback page tells the page that launched it that it has arrived. */
const CHANNEL = 'grantscope-sandbox-callback';

/** The page a provider sends the browser back to. The fragment never reaches the server, so a script shows it. */
export function callbackPage(parameters: readonly (readonly [string, string])[]): Html {
  return page({
    provider: PROVIDER,
    title: 'Callback received',
    headingId: 'callback',
    body: html`<div id="parameters">${facts(parameters)}</div>
<h2>Fragment</h2><p><code id="fragment">none</code></p>
<p><a href="/">Back to the client application</a></p>
${inlineScript(`
if (location.hash.length > 1) document.getElementById('fragment').textContent = location.hash.slice(1);
new BroadcastChannel('${CHANNEL}').postMessage('callback');
`)}`,
  });
}

/** The ways in which a page can open a sign-in without leaving itself. */
export const LAUNCHES = {
  iframe: { title: 'Sign in inside a frame', button: 'Load it into the frame' },
  popup: { title: 'Sign in inside a pop-up window', button: 'Open the window' },
  tab: { title: 'Sign in in a new tab', button: 'Open the tab' },
} as const;

/** One of the ways above. */
export type LaunchKind = keyof typeof LAUNCHES;

/** A page that opens an authorize request elsewhere and says when its callback has arrived. */
export function launchPage(kind: LaunchKind, url: string): Html {
  const { title, button } = LAUNCHES[kind];
  const control =
    kind === 'tab'
      ? html`<p><a id="open" href="${url}" target="_blank">${button}</a></p>`
      : html`<p><button id="open" data-url="${url}">${button}</button></p>`;
  return page({
    provider: PROVIDER,
    title,
    body: html`${control}
<p id="state" role="status">Nothing has come back yet.</p>
${kind === 'iframe' ? html`<iframe id="frame" title="Sign in"></iframe>` : ''}
${inlineScript(`
new BroadcastChannel('${CHANNEL}').onmessage = () => {
  document.getElementById('state').textContent = 'The callback has arrived.';
  document.getElementById('state').dataset.returned = 'true';
};
${OPENERS[kind]}
`)}`,
  });
}

const OPENERS: Record<LaunchKind, string> = {
  iframe: `document.getElementById('open').onclick = (event) => {
  document.getElementById('frame').src = event.currentTarget.dataset.url; };`,
  popup: `document.getElementById('open').onclick = (event) => {
  window.open(event.currentTarget.dataset.url, '_blank', 'popup,width=520,height=640'); };`,
  tab: '',
};

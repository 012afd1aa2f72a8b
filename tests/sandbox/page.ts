import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup whose interpolations are already escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page of any sandbox server is made of. */
export interface Page {
  /** Whose page this is; shown in the header so that nobody mistakes one sandbox for another. */
  readonly provider: string;
  readonly title: string;
  readonly body: Html;
  /** The heading's id, for pages that scripts and tests wait for. */
  readonly headingId?: string;
}

const STYLE = raw(`<style>
:root { color-scheme: light dark; --line: light-dark(#c9ccd1, #4a4d52); --soft: light-dark(#f3f4f6, #26282c);
  --text: light-dark(#1d1f23, #e6e7ea); --quiet: light-dark(#5a5f68, #a5aab3);
  --accent: light-dark(#0b57d0, #8ab4f8); --on-accent: light-dark(#fff, #10213f); --bad: light-dark(#b3261e, #ffb4ab); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: light-dark(#fff, #1b1c1f); }
header { padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--soft); }
header strong { font-size: 16px; } header span { color: var(--quiet); margin-inline-start: 8px; }
main { max-width: 720px; margin: 0 auto; padding: 8px 24px 48px; }
h1 { font-size: 22px; margin: 24px 0 12px; } h2 { font-size: 17px; margin: 28px 0 8px; }
form { max-width: 380px; display: grid; gap: 12px; } fieldset { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; }
label { display: grid; gap: 4px; } label.choice { display: flex; gap: 8px; align-items: baseline; }
input:not([type]), input[type=text], input[type=password] { font: inherit; color: inherit; background: transparent; padding: 7px 9px;
  border: 1px solid var(--quiet); border-radius: 6px; }
button { font: inherit; padding: 8px 14px; border-radius: 6px; border: 1px solid var(--accent); cursor: pointer;
  color: var(--on-accent); background: var(--accent); } button.second { color: var(--accent); background: transparent; }
.buttons { display: flex; gap: 8px; flex-wrap: wrap; } a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.quiet, dt { color: var(--quiet); } [role=alert] { color: var(--bad); margin: 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; } dd { margin: 0; }
code, dd { overflow-wrap: anywhere; } code, dd.value { font: 13px/1.5 ui-monospace, monospace; }
ul.plain { list-style: none; padding: 0; } ul.plain li { margin: 10px 0; } iframe { width: 100%; height: 360px; border: 1px solid var(--line); }
</style>`);

/** The one layout all sandbox pages share, so that only the provider's name tells them apart. */
export function page({ provider, title, body, headingId }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${provider}</title>
<link rel="icon" href="data:,">
${STYLE}
</head>
<body>
<header><strong>${provider}</strong><span>local sandbox, nothing here is real</span></header>
<main>
<h1${headingId === undefined ? '' : html` id="${headingId}"`}>${title}</h1>
${body}
</main>
</body>
</html>`;
}

/** A list of names and values, each escaped and wrapped where it is too long. */
export function facts(entries: readonly (readonly [string, string])[]): Html {
  return html`<dl>${entries.map(([name, value]) => html`<dt>${name}</dt><dd class="value">${value}</dd>`)}</dl>`;
}

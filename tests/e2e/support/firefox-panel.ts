import { poll } from './poll.ts';

/** How long the panel may take for an answer, which is lost when its page is put into another process meanwhile. */
const ANSWER_MS = 5_000;
const PRESS_MS = 30_000;

/** What both scripts below need, in the browser's own window. */
const TOOLBOX = `
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab);`;

/** Opens the developer tools; the tools of an extension are added to a toolbox some time after it was opened. */
export const SHOW_PANEL = `(async () => {${TOOLBOX}
  const ours = () => toolbox.getAdditionalTools().find(({ label }) => label === 'Grantscope');
  for (let tries = 0; tries < 100 && !ours(); tries++) await new Promise((done) => setTimeout(done, 100));
  await toolbox.selectTool(ours().id);
})()`;

/** Run in the panel's own process: its page's scripts are not to be evaluated by the page, whose policy forbids it. */
const inPanel = (expression: string): string => `(async () => {
  try {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const value = await Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);
    sendAsyncMessage('grantscope:answer', JSON.stringify({ value }));
  } catch (error) {
    sendAsyncMessage('grantscope:answer', JSON.stringify({ error: String(error) }));
  }
})()`;

/** Has the frame script run in the page of the tool that is shown, and waits for its answer. */
const askPanel = (expression: string): string => `(async () => {${TOOLBOX}
  const outer = toolbox.doc.getElementById('toolbox-panel-iframe-' + toolbox.currentToolId);
  const { messageManager } = outer.contentDocument.querySelector('browser');
  return new Promise((done) => {
    const answered = ({ data }) => {
      messageManager.removeMessageListener('grantscope:answer', answered);
      done(data);
    };
    messageManager.addMessageListener('grantscope:answer', answered);
    setTimeout(() => answered({ data: '' }), ${ANSWER_MS});
    messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(inPanel(expression))}), false);
  });
})()`;

/** Our panel inside Firefox's developer tools, which no driver reaches. */
export class FirefoxPanel {
  readonly #inBrowserWindow: (expression: string) => Promise<string>;

  constructor(inBrowserWindow: (expression: string) => Promise<string>) {
    this.#inBrowserWindow = inBrowserWindow;
  }

  /** Gives the JSON value of an expression in the panel. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#inBrowserWindow(askPanel(expression));
    const { value, error } = JSON.parse(answer || '{"error":"no answer"}') as {
      readonly value?: unknown;
      readonly error?: string;
    };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** Gives the JSON value of an expression that changes nothing, and asks again when an answer is lost. */
  async read(expression: string): Promise<unknown> {
    const { value } = await poll(
      async () => ({ value: await this.evaluate(expression) }),
      'An answer of the panel',
      PRESS_MS,
    );
    return value;
  }

  /** All text that the panel shows. */
  async text(): Promise<string> {
    return String(await this.read('document.body.innerText'));
  }

  /** Clicks the first control of a role whose name is, or whose text begins with, this. */
  async press(selector: string, name: string): Promise<void> {
    const find = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(${JSON.stringify(name)}))`;
    await poll(
      async () => (await this.read(`${find} !== undefined`)) === true,
      `${name} in the panel`,
      PRESS_MS,
    );
    await this.evaluate(`${find}.click()`);
  }
}

import type { Page } from 'puppeteer-core';

/** A request as DevTools' Network panel shows it. */
export interface NetworkRow {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** Loads a HAR file into the Network panel of the real DevTools, as its Import HAR button does. */
export function importHar(devtools: Page, text: string): Promise<readonly NetworkRow[]> {
  return devtools.evaluate(async (content) => {
    const modules: readonly string[] = [
      'devtools://devtools/bundled/ui/legacy/legacy.js',
      'devtools://devtools/bundled/panels/network/network.js',
      'devtools://devtools/bundled/models/logs/logs.js',
    ];
    const [legacy, network, logs] = await Promise.all(modules.map((module) => import(module)));
    await legacy.ViewManager.ViewManager.instance().showView('network');
    const { networkLogView } = network.NetworkPanel.NetworkPanel.instance();
    await networkLogView.onLoadFromFile(new File([content], 'flow.har', { type: 'application/json' }));
    const requests: readonly { requestMethod: string; url(): string; statusCode: number }[] =
      logs.NetworkLog.NetworkLog.instance().requests();
    return requests.map((request) => ({
      method: request.requestMethod,
      url: request.url(),
      status: request.statusCode,
    }));
  }, text);
}

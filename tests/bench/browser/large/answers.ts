import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { openPage } from '../stages.ts';
import { longestTask, press } from './longest-task.ts';

/** A server that gives this answer to every request. */
export async function startAnswering(
  text: string,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Has the Steps tab begin with a step that asks this server. */
export async function chooseStep(browser: Browser, origin: string): Promise<void> {
  const page = await openPage(browser, 'workbench.html');
  await page.evaluate(
    (access) =>
      chrome.storage.local.set({
        'settings:stepsProfileId': 'finapi',
        'settings:bases': { 'finapi/sandbox': { access } },
      }),
    origin,
  );
  await page.close();
}

/** Runs the step; gives the longest task from there until its answer is shown, in milliseconds. */
export async function runStep(browser: Browser): Promise<number> {
  const page = await openPage(browser, 'workbench.html#steps');
  await page.locator('::-p-xpath(//nav//button[contains(., "Client token")])').click();
  const run = await page.waitForSelector('::-p-aria([name="Run Client token"][role="button"])');
  await longestTask(page);
  await run?.evaluate(press);
  await page.waitForSelector('::-p-xpath(//*[@role="status"][contains(., "HTTP 200")])');
  const longest = await longestTask(page);
  await page.close();
  return longest;
}

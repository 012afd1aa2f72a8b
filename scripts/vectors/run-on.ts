import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { chromiumArguments } from '../../tests/e2e/support/chromium-arguments.ts';
import type { Platform } from '../../tests/vectors/platform-lacks.ts';
import { runVectors, type VectorResult } from '../../tests/vectors/run.ts';
import type { Vector } from '../../tests/vectors/types.ts';
import { BROWSERS, type BrowserId, findBrowser } from '../setup/browsers.mjs';
import { runInPage, serveRunnerPage } from './runner-page.ts';

type Run = (vectors: readonly Vector[]) => Promise<VectorResult>;

const RUNS: Readonly<Record<Platform, Run>> = {
  node: runVectors,
  chromium: runInChromium,
  firefox: runInFirefox,
};

export const PLATFORMS = Object.keys(RUNS) as readonly Platform[];

/** Whether a word is the name of a platform. */
export function isPlatform(word: string): word is Platform {
  return Object.hasOwn(RUNS, word);
}

/** Runs vectors in Node, or in a blank page of an installed browser without the extension. */
export function runOn(platform: Platform, vectors: readonly Vector[]): Promise<VectorResult> {
  return RUNS[platform](vectors);
}

async function runInChromium(vectors: readonly Vector[]): Promise<VectorResult> {
  const runner = await serveRunnerPage();
  try {
    const browser = await chromium.launch({
      executablePath: pathOf('chromium'),
      args: chromiumArguments('').filter((argument) => !argument.includes('extension')),
    });
    try {
      const page = await browser.newPage();
      await page.goto(runner.url);
      return await runInPage((script) => page.evaluate(script), vectors);
    } finally {
      await browser.close();
    }
  } finally {
    await runner.close();
  }
}

async function runInFirefox(vectors: readonly Vector[]): Promise<VectorResult> {
  const runner = await serveRunnerPage();
  try {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: pathOf('firefox') });
    try {
      const page = await browser.newPage();
      await page.goto(runner.url);
      return await runInPage((script) => page.evaluate(script), vectors);
    } finally {
      await browser.close();
    }
  } finally {
    await runner.close();
  }
}

function pathOf(id: BrowserId): string {
  const path = findBrowser(id);
  if (path === undefined) throw new Error(`${BROWSERS[id].name} is not installed; npm test installs it.`);
  return path;
}

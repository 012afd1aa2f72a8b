import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { give, paste, submit } from './longest-task.ts';
import { CALLBACK_TEXTS, FILE_TEXTS, PROFILE_TEXTS, TOKEN_TEXTS, URL_TEXTS, WEBHOOK_TEXTS } from './texts.ts';

/** A place where text comes in. */
export interface Entrance {
  readonly what: string;
  /** The extension's page, with its fragment. */
  readonly page: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Selectors of what is pressed to open the place. */
  readonly opening?: readonly string[];
  /** Selector of its field. */
  readonly field: string;
  /** Makes ready what is no part of what is measured; gives what is, one after the other. */
  ready(page: Page, field: ElementHandle, text: string): Promise<readonly (() => Promise<void>)[]>;
}

const pasted = async (page: Page, field: ElementHandle, text: string) => {
  await give(page, text);
  return [() => field.evaluate(paste)];
};

const pastedAndSent = async (page: Page, field: ElementHandle, text: string) => [
  ...(await pasted(page, field, text)),
  () => field.evaluate(submit),
];

const chosen = async (_: Page, field: ElementHandle, text: string) => {
  const file = join(tmpdir(), 'grantscope-large.json');
  await writeFile(file, text);
  return [() => (field as ElementHandle<HTMLInputElement>).uploadFile(file)];
};

const button = (name: string): string =>
  `::-p-xpath(//*[self::button or self::summary][contains(., "${name}")])`;
const labelled = (name: string): string => `::-p-xpath(//*[@id=//label[contains(., "${name}")]/@for])`;

/** Every place of the pages where a person puts text in. */
export const ENTRANCES: readonly Entrance[] = [
  {
    what: 'pasted into the Token tab',
    page: 'workbench.html#token',
    field: '[contenteditable][aria-label="Token"]',
    texts: TOKEN_TEXTS,
    ready: pasted,
  },
  {
    what: 'pasted into the Request tab',
    page: 'workbench.html#request',
    field: labelled('Paste an authorize URL'),
    texts: URL_TEXTS,
    ready: pasted,
  },
  {
    what: 'pasted into the popup’s quick decode',
    page: 'popup.html',
    field: '::-p-xpath(//label[contains(., "Decode")]/input)',
    texts: TOKEN_TEXTS,
    ready: pasted,
  },
  {
    what: 'pasted and taken as a callback',
    page: 'workbench.html',
    opening: [button('Paste callback')],
    field: '.told-form textarea',
    texts: CALLBACK_TEXTS,
    ready: pastedAndSent,
  },
  {
    what: 'pasted and taken as a webhook',
    page: 'workbench.html',
    opening: [button('Webhooks')],
    field: '.told-form textarea',
    texts: WEBHOOK_TEXTS,
    ready: pastedAndSent,
  },
  {
    what: 'pasted and read as a profile file',
    page: 'workbench.html#settings',
    opening: [button('Import a profile file')],
    field: labelled('or its text'),
    texts: PROFILE_TEXTS,
    ready: pastedAndSent,
  },
  {
    what: 'imported as a file of flows',
    page: 'workbench.html',
    field: '#import-file',
    texts: FILE_TEXTS,
    ready: chosen,
  },
];

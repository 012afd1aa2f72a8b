import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** Export, import, compare and launch again in the workbench, told by roles and names only. */
export class ExportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Opens the export from the toolbar, in a format. */
  async open(format: string, secrets = false): Promise<Locator> {
    await this.page
      .getByRole('toolbar', { name: 'Flows' })
      .getByRole('button', { name: 'Export', exact: true })
      .click();
    const dialog = this.dialog('Export flows');
    await dialog.getByRole('radio', { name: format }).check();
    await dialog
      .getByRole('checkbox', { name: 'Include codes, tokens and other secrets' })
      .setChecked(secrets);
    return dialog;
  }

  /** Downloads what the open dialog would export; gives the file's name and text. */
  async download(
    dialog: Locator,
  ): Promise<{ readonly name: string; readonly path: string; readonly text: string }> {
    const waiting = this.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    const file = await waiting;
    const path = await file.path();
    await expect(dialog.getByRole('status')).toContainText('Downloaded');
    await dialog.getByRole('button', { name: 'Close' }).click();
    return { name: file.suggestedFilename(), path, text: await readFile(path, 'utf8') };
  }

  /** Chooses a file to import; gives what the dialog says of it. */
  async import(name: string, text: string): Promise<Locator> {
    const buffer = Buffer.from(text);
    await this.page
      .getByLabel('File to import')
      .setInputFiles({ name, mimeType: 'application/json', buffer });
    return this.dialog('Import flows');
  }

  /** Drops a file on the list of flows. */
  async drop(name: string, text: string): Promise<Locator> {
    const data = await this.page.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content ?? ''], file ?? '', { type: 'application/json' }));
        return transfer;
      },
      [name, text],
    );
    const target = this.page.getByRole('toolbar', { name: 'Flows' });
    await target.dispatchEvent('dragover', { dataTransfer: data });
    await target.dispatchEvent('drop', { dataTransfer: data });
    return this.dialog('Import flows');
  }
}

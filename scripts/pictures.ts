import { mkdir } from 'node:fs/promises';
import { startSandbox } from '../tests/sandbox/start.ts';
import { panelPictures } from './pictures/panel-pictures.ts';
import { workbenchPictures } from './pictures/workbench-pictures.ts';

const FOLDER = 'docs/screenshots';

/** Makes the pictures of the documentation again, from the real extension and the sandbox on its usual ports. */
async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const sandbox = await startSandbox();
  try {
    await workbenchPictures(sandbox.urls, FOLDER);
    await panelPictures(sandbox.urls, FOLDER);
  } finally {
    await sandbox.stop();
  }
  console.log(`The pictures are in ${FOLDER}/.`);
}

await main();

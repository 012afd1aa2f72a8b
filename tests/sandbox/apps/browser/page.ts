import type { AppSettings } from '../settings.ts';

/** What the server wrote into the page for its script. */
export function readSettings(): AppSettings {
  return JSON.parse(document.getElementById('settings')?.textContent ?? '{}');
}

/** The last part of the page's path: `callback`, `silent`, `signed-out`, or the application's name. */
export const here = (): string => location.pathname.split('/').at(-1) ?? '';

/** Shows what became of something, where tests wait for it. */
export function show(result: string): void {
  const status = document.getElementById('result');
  if (status) status.textContent = result;
}

/** Runs something and shows its result, or why it failed. */
export async function showResultOf(run: () => Promise<string | undefined>): Promise<void> {
  try {
    const result = await run();
    if (result !== undefined) show(result);
  } catch (error) {
    show(`failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A button for each thing that the application can do, named after it. */
export function offer(actions: Readonly<Record<string, () => Promise<string | undefined>>>): void {
  for (const [id, run] of Object.entries(actions)) {
    const button = document.createElement('button');
    button.id = id;
    button.textContent = id;
    button.onclick = () => {
      show('');
      void showResultOf(run);
    };
    document.getElementById('actions')?.append(button);
  }
}

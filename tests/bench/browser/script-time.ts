import type { CDPSession } from 'puppeteer-core';

/** What a page or a worker ran while it was watched. Milliseconds. */
export interface ScriptTime {
  /** All samples that are neither idle nor the browser's own code; garbage collection counts. */
  readonly total: number;
  /** Functions by the time spent in them alone, the most expensive first. */
  readonly functions: readonly { readonly name: string; readonly self: number }[];
}

/** Microseconds between two samples. */
const INTERVAL = 100;

/** Not script: waiting, and work of the browser outside of it. */
const OUTSIDE: ReadonlySet<string> = new Set(['(idle)', '(program)', '(root)']);

/** Starts the sampling profiler; the function it gives ends it. */
export async function profile(session: CDPSession): Promise<() => Promise<ScriptTime>> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  return async () => {
    const { profile: recorded } = await session.send('Profiler.stop');
    const names = new Map(recorded.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
    const spent = new Map<string, number>();
    for (const [index, id] of (recorded.samples ?? []).entries()) {
      const name = names.get(id) ?? '';
      if (OUTSIDE.has(name)) continue;
      // A sample stands for the time until the next one.
      const milliseconds = (recorded.timeDeltas?.[index + 1] ?? 0) / 1_000;
      spent.set(name, (spent.get(name) ?? 0) + milliseconds);
    }
    const functions = [...spent].map(([name, self]) => ({ name, self })).toSorted((a, b) => b.self - a.self);
    return { total: functions.reduce((sum, { self }) => sum + self, 0), functions };
  };
}

function nameOf({
  functionName,
  url,
  lineNumber,
}: {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}): string {
  if (functionName.startsWith('(')) return functionName;
  const file = url.slice(url.lastIndexOf('/') + 1);
  return `${functionName || '(anonymous)'} ${file === '' ? '' : `${file}:${lineNumber + 1}`}`.trim();
}

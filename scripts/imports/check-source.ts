import { PURE, partOf, whyNot } from './layers.ts';
import { readSource } from './read-source.ts';

/** Everything about one file that breaks the layers, one sentence each: `file:line → what: why not`. */
export function checkSource(path: string, text: string): string[] {
  const { imports, globals, state } = readSource(path, text);
  const wrong = imports.flatMap((entry) => {
    const reason = whyNot(entry);
    return reason === undefined ? [] : [`${path}:${entry.line} → ${entry.to}: ${reason}`];
  });
  const part = partOf(path);
  if (!part.startsWith('lib/') || !Object.hasOwn(PURE, part.slice('lib/'.length))) return wrong;
  const impure = globals.map(
    ({ name, line }) => `${path}:${line} → ${name}: ${part} is pure and must run without a browser`,
  );
  const changing = state.map(
    ({ name, line, how }) =>
      `${path}:${line} → ${name} ${how}: ${part} is pure and keeps nothing between two calls`,
  );
  return [...wrong, ...impure, ...changing];
}

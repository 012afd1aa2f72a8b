import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A regular expression as it stands in the source. */
export interface Expression {
  readonly path: string;
  readonly pattern: string;
  readonly flags: string;
}

interface Node {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

/** Every literal of the folders' sources, and the files that make one at run time. */
export function expressionsIn(folders: readonly string[]): {
  readonly literals: readonly Expression[];
  readonly made: readonly string[];
} {
  const literals: Expression[] = [];
  const made: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const path = `${folder}/${name}`;
      walk(parseSync(path, readFileSync(path, 'utf8')).program, ({ regex, callee }) => {
        if (regex) literals.push({ path, ...regex });
        if (callee?.name === 'RegExp') made.push(path);
      });
    }
  }
  return { literals, made };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') visit(value as Node);
    for (const member of Object.values(value)) walk(member, visit);
  }
}

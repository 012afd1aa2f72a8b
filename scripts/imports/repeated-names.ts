import { parseSync } from 'vite';

/** A source file as the checks read it. */
export interface SourceText {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Names that more than one file declares and exports, one sentence each; what is only exported again is no declaration. */
export function repeatedNames(sources: readonly SourceText[]): readonly string[] {
  const homes = new Map<string, string[]>();
  for (const { path, text } of sources) {
    for (const name of new Set(declaredExports(path, text))) {
      homes.set(name, [...(homes.get(name) ?? []), path]);
    }
  }
  return [...homes]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${paths.join(', ')} → ${name}: two exports have one name`);
}

function declaredExports(path: string, text: string): readonly string[] {
  return parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName }) =>
      moduleRequest || exportName.kind !== 'Name' || exportName.name === null ? [] : [exportName.name],
    ),
  );
}

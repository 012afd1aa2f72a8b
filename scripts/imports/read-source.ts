import { posix } from 'node:path';
import { parseSync } from 'vite';
import { lineAt, nodesIn, type Tree } from '../syntax/tree.ts';
import { BROWSER_GLOBALS, type Import } from './layers.ts';
import { type MutableState, mutableState } from './mutable-state.ts';

/** An import and the line it stands on, or a browser global that is used. */
export interface Source {
  readonly imports: readonly (Import & { readonly line: number })[];
  readonly globals: readonly { readonly name: string; readonly line: number }[];
  /** What changes at run time although it belongs to the module. */
  readonly state: readonly MutableState[];
}

/** Reads what a file imports and which browser globals it names. */
export function readSource(path: string, text: string): Source {
  const { program, module } = parseSync(path, text);
  const entry = (specifier: string, typeOnly: boolean, start: number): Import & { line: number } => {
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? specifier : posix.join(posix.dirname(path), specifier);
    return { from: path, to, isPackage, typeOnly, line: lineAt(text, start) };
  };
  const imports = module.staticImports.map(({ start, moduleRequest, entries }) =>
    entry(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType), start),
  );
  const exports = module.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [entry(moduleRequest.value, isType, start)] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const [, specifier] = /^['"`](.*)['"`]$/s.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    return specifier === undefined ? [] : [entry(specifier, false, start)];
  });
  const globals = findGlobals(program as unknown as Tree).map(({ name, start }) => ({
    name,
    line: lineAt(text, start),
  }));
  const state = mutableState(program as unknown as Tree, text);
  return { imports: [...imports, ...exports, ...dynamic], globals, state };
}

/** Members of a node that name something without meaning the variable of that name. */
const MERE_NAMES: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['property'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSQualifiedName: ['right'],
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['local', 'exported'],
  LabeledStatement: ['label'],
};

/** Browser globals that are read, and not declared anywhere in the same file. */
function findGlobals(program: Tree): readonly { name: string; start: number }[] {
  const used: { name: string; start: number }[] = [];
  const declared = new Set<string>();
  walk(program, (node, parent, member) => {
    if (node.type !== 'Identifier' || typeof node.name !== 'string' || !BROWSER_GLOBALS.has(node.name))
      return;
    if (isDeclaration(parent, member)) declared.add(node.name);
    else if (!isMereName(parent, member)) used.push({ name: node.name, start: node.start });
  });
  return used.filter(({ name }) => !declared.has(name));
}

const isMereName = (parent: Tree, member: string): boolean =>
  parent.computed !== true && (MERE_NAMES[parent.type]?.includes(member) ?? false);

const isDeclaration = (parent: Tree, member: string): boolean =>
  (parent.type === 'VariableDeclarator' && member === 'id') ||
  parent.type === 'ObjectPattern' ||
  (/Import.*Specifier/.test(parent.type) && member === 'local') ||
  member === 'params' ||
  (/^(Function|Class|TSInterface|TSTypeAlias)/.test(parent.type) && member === 'id');

function walk(node: Tree, visit: (node: Tree, parent: Tree, member: string) => void): void {
  for (const [member, value] of Object.entries(node)) {
    for (const child of nodesIn(value)) {
      visit(child, node, member);
      walk(child, visit);
      // What a pattern binds are its properties' values, which look like those of an object literal.
      if (node.type === 'ObjectPattern') for (const bound of nodesIn(child.value)) visit(bound, node, member);
    }
  }
}

import { lineAt, nodesIn, type Tree } from '../syntax/tree.ts';

/** What changes at run time although it is declared at the top of a file. */
export interface MutableState {
  readonly name: string;
  readonly line: number;
  /** Begins after the name: `is declared with let`. */
  readonly how: string;
}

const CHANGING: ReadonlySet<string> = new Set([
  ...['set', 'add', 'delete', 'clear'],
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
]);

/** Functions that change their first argument. */
const ON_ARGUMENT: ReadonlySet<string> = new Set([
  'Object.assign',
  'Object.defineProperty',
  'Object.defineProperties',
  'Object.setPrototypeOf',
  'Reflect.set',
]);

/** Variables of a module that are assigned again, and what it declares or imports and then changes. */
export function mutableState(program: Tree, text: string): readonly MutableState[] {
  const found: MutableState[] = [];
  const names = new Set<string>();
  for (const statement of nodesIn(program.body)) {
    for (const name of importedNames(statement)) names.add(name);
    const declaration = nodesIn(statement.declaration)[0] ?? statement;
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const { id, start } of nodesIn(declaration.declarations)) {
      const [name] = nodesIn(id).flatMap(nameOf);
      if (name === undefined) continue;
      if (declaration.kind === 'const') names.add(name);
      else
        found.push({ name, line: lineAt(text, start), how: `is declared with ${String(declaration.kind)}` });
    }
  }
  visit(program, new Set(), (node, shadowed) => {
    const name = changed(node);
    if (name === undefined || !names.has(name) || shadowed.has(name)) return;
    found.push({ name, line: lineAt(text, node.start), how: 'is changed' });
  });
  return found;
}

/** The variable that a node changes: by a method, by assigning to a member of it, or as an argument. */
function changed(node: Tree): string | undefined {
  if (node.type === 'CallExpression') {
    const [callee] = nodesIn(node.callee);
    if (callee?.type !== 'MemberExpression') return undefined;
    const owner = nodesIn(callee.object).flatMap(nameOf)[0];
    const method = nodesIn(callee.property).flatMap(nameOf)[0] ?? '';
    if (ON_ARGUMENT.has(`${owner}.${method}`)) return nodesIn(node.arguments).slice(0, 1).flatMap(rootOf)[0];
    return CHANGING.has(method) ? nodesIn(callee.object).flatMap(rootOf)[0] : undefined;
  }
  const target =
    node.type === 'AssignmentExpression'
      ? node.left
      : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')
        ? node.argument
        : undefined;
  const [member] = nodesIn(target);
  return member?.type === 'MemberExpression' ? rootOf(member)[0] : undefined;
}

const nameOf = (node: Tree): readonly string[] =>
  node.type === 'Identifier' && typeof node.name === 'string' ? [node.name] : [];

/** The variable at the beginning of `a.b[c].d`. */
function rootOf(node: Tree): readonly string[] {
  return node.type === 'MemberExpression' ? nodesIn(node.object).flatMap(rootOf) : nameOf(node);
}

function importedNames(statement: Tree): readonly string[] {
  if (statement.type !== 'ImportDeclaration') return [];
  return nodesIn(statement.specifiers).flatMap(({ local }) => nodesIn(local).flatMap(nameOf));
}

/** Goes through a tree with the names that a function on the way declares for itself. */
function visit(
  node: Tree,
  shadowed: ReadonlySet<string>,
  see: (node: Tree, shadowed: ReadonlySet<string>) => void,
): void {
  const inner = /Function/.test(node.type) ? new Set([...shadowed, ...declaredIn(node)]) : shadowed;
  see(node, inner);
  for (const value of Object.values(node)) for (const child of nodesIn(value)) visit(child, inner, see);
}

/** Names of parameters and variables anywhere in a function. */
function declaredIn(node: Tree): readonly string[] {
  const names: string[] = nodesIn(node.params).flatMap(boundBy);
  const look = (one: Tree): void => {
    if (one.type === 'VariableDeclarator') names.push(...nodesIn(one.id).flatMap(boundBy));
    for (const value of Object.values(one)) for (const child of nodesIn(value)) look(child);
  };
  for (const body of nodesIn(node.body)) look(body);
  return names;
}

/** Names that a pattern binds. */
function boundBy(pattern: Tree): readonly string[] {
  if (pattern.type === 'Identifier') return nameOf(pattern);
  const parts = [pattern.properties, pattern.elements, pattern.argument, pattern.left, pattern.value];
  return parts.flatMap((part) => nodesIn(part).flatMap(boundBy));
}

import { parseSync } from 'vite';
import { isTree, lineAt, nodesIn, type Tree } from '../syntax/tree.ts';

/** Words that stand in a component itself instead of in the messages. */
export interface Literal {
  readonly line: number;
  readonly text: string;
}

/** Attributes of elements and of our own components that are read or heard. */
const WORDED = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['data-label', 'label', 'placeholder', 'summary', 'title', 'what', 'word'],
]);

/** Elements whose text is for machines, and the same in every language. */
const VERBATIM = new Set(['code', 'kbd', 'samp']);

/** Words that are the same in every language: names, protocol values, units. */
const ALLOWED = new Set([
  ...['Grantscope', 'Acme', 'Bank'],
  ...['GET', 'HTTP', 'JWK', 'JWKS', 'Location', 'PEM', 'RFC', 'SHA', 'URL'],
  ...['code', 'exp', 'kid', 'min', 'ms', 'state'],
]);

/** Components whose `what` is one of a few ids. */
const BY_ID = new Set(['ExtractableChoice', 'SecretField']);

/** Addresses, members of JSON, and characters that are written as entities. */
const NO_WORDS = /\S*:\/\/\S*|"\w+"|&#?\w+;/g;

/** Two letters or more beside each other, in no identifier. */
const WORD = /(?<![\p{L}\d_])\p{L}{2,}(?![\p{L}\d_])/gu;

/**
 * Finds words in JSX: text between tags, strings that an expression between tags or a worded attribute may come to.
 * What a call is given is not looked at: so a message's name is none.
 */
export function findLiterals(path: string, text: string): readonly Literal[] {
  const found: Literal[] = [];
  const note = ({ start }: Tree, said: unknown): void => {
    if (typeof said !== 'string') return;
    const words = said.replaceAll(NO_WORDS, ' ').match(WORD) ?? [];
    if (words.every((word) => ALLOWED.has(word))) return;
    const offset = start + Math.max(text.slice(start).search(/\S/), 0);
    found.push({ line: lineAt(text, offset), text: said.trim().replaceAll(/\s+/g, ' ') });
  };
  const look = (node: Tree): void => {
    if (node.type === 'JSXElement' && VERBATIM.has(nameOf(node.openingElement))) return;
    if (node.type === 'JSXText') note(node, node.value);
    if (isJsxParent(node)) {
      for (const child of nodesIn(node.children)) lookAtShown(child, note);
    }
    if (node.type === 'JSXOpeningElement') {
      for (const attribute of nodesIn(node.attributes)) {
        if (isWorded(nameOf(attribute), nameOf(node)))
          for (const value of nodesIn(attribute.value)) lookAtShown(value, note);
      }
    }
    for (const value of Object.values(node)) nodesIn(value).forEach(look);
  };
  look(parseSync(path, text).program as unknown as Tree);
  return found;
}

/** The strings that an expression may come to. */
function lookAtShown(node: Tree, note: (node: Tree, said: unknown) => void): void {
  const inside = SHOWN[node.type];
  if (node.type === 'Literal') note(node, node.value);
  else if (node.type === 'TemplateElement') note(node, (node.value as { cooked?: unknown }).cooked);
  else if (inside && (node.type !== 'BinaryExpression' || node.operator === '+')) {
    for (const member of inside) for (const child of nodesIn(node[member])) lookAtShown(child, note);
  }
}

/** Which members of an expression give its value. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  BinaryExpression: ['left', 'right'],
  ConditionalExpression: ['consequent', 'alternate'],
  JSXExpressionContainer: ['expression'],
  LogicalExpression: ['left', 'right'],
  ParenthesizedExpression: ['expression'],
  TemplateLiteral: ['quasis', 'expressions'],
};

const isWorded = (attribute: string, element: string): boolean =>
  WORDED.has(attribute) && !(attribute === 'what' && BY_ID.has(element));

const isJsxParent = ({ type }: Tree): boolean => type === 'JSXElement' || type === 'JSXFragment';

function nameOf(node: unknown): string {
  const name = isTree(node) ? node.name : undefined;
  return isTree(name) && typeof name.name === 'string' ? name.name : '';
}

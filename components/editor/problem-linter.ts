import { syntaxTree } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';

/** Something wrong at a place in a JSON text. */
export interface PlacedProblem {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
}

type TreeNode = ReturnType<typeof syntaxTree>['topNode'];

/** Marks problems where they stand; a problem about a missing member marks the beginning of what should have it. */
export function problemLinter(check: (text: string) => Promise<readonly PlacedProblem[]>): Extension {
  return linter(
    async ({ state }) => {
      const problems = await check(state.doc.toString());
      return problems.map(({ pointer, message }) => ({
        ...placeOf(state, pointer),
        severity: 'error' as const,
        message,
      }));
    },
    { delay: 300 },
  );
}

function placeOf(state: EditorState, pointer: string): { readonly from: number; readonly to: number } {
  const parts = pointer.split('/').slice(1);
  let node: TreeNode | null = syntaxTree(state).topNode.firstChild;
  for (const part of parts) {
    const inner: TreeNode | undefined = node ? memberOf(state, node, plain(part)) : undefined;
    if (!inner) return { from: node?.from ?? 0, to: (node?.from ?? 0) + 1 };
    node = inner;
  }
  return { from: node?.from ?? 0, to: node?.to ?? 1 };
}

const plain = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** The value of an object's member, or a member of a list. */
function memberOf(state: EditorState, node: TreeNode, name: string): TreeNode | undefined {
  let index = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (node.name === 'Object' && child.name === 'Property') {
      const { firstChild, lastChild } = child;
      if (firstChild && textOf(state, firstChild) === name) return lastChild ?? undefined;
    }
    const isMember = node.name === 'Array' && !/^[[\],]$/.test(child.name);
    if (isMember && index++ === Number(name)) return child;
  }
  return undefined;
}

function textOf(state: EditorState, { from, to }: TreeNode): unknown {
  try {
    return JSON.parse(state.sliceDoc(from, to));
  } catch {
    return undefined;
  }
}

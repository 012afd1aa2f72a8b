import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip } from '@codemirror/view';
import type { DecodedToken, TokenProblem, TokenSegment } from '../../lib/jwt/types.ts';

/** Paints a token and underlines its problems; sent to an editor that has {@link tokenMarks}. */
export const markToken = StateEffect.define<DecodedToken>();

const HUES: Readonly<Record<TokenSegment['name'], string>> = {
  header: 'header',
  payload: 'payload',
  ciphertext: 'payload',
  signature: 'signature',
  'authentication tag': 'signature',
  'encrypted key': 'rest',
  'initialization vector': 'rest',
  'extra segment': 'rest',
};

interface Marks {
  readonly decorations: DecorationSet;
  readonly problems: readonly TokenProblem[];
}

const NONE: Marks = { decorations: Decoration.none, problems: [] };

const marks = StateField.define<Marks>({
  create: () => NONE,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(markToken)) return marksOf(effect.value, transaction.state);
    }
    // Until the new text was read, the old colours move along; the old problems would be wrong.
    if (!transaction.docChanged) return value;
    return { decorations: value.decorations.map(transaction.changes), problems: [] };
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

const explain = hoverTooltip((view, position) => {
  const here = view.state
    .field(marks)
    .problems.filter(({ start, end }) => start <= position && end >= position);
  const [first] = here;
  if (!first) return null;
  return {
    pos: first.start,
    end: Math.min(first.end, view.state.doc.length),
    above: true,
    create: () => ({ dom: hint(here) }),
  };
});

/** Lets an editor show a token by its segments, with its problems in place and in words when hovered. */
export const tokenMarks: Extension = [
  marks,
  explain,
  EditorView.theme({
    '.token-mark-header': { color: 'var(--token-header)' },
    '.token-mark-payload': { color: 'var(--token-payload)' },
    '.token-mark-signature': { color: 'var(--token-signature)' },
    '.token-mark-rest': { color: 'var(--muted)' },
    '.token-mark-problem': { textDecoration: 'underline wavy var(--error)', textUnderlineOffset: '3px' },
    '.token-mark-note': { textDecoration: 'underline dotted var(--info)', textUnderlineOffset: '3px' },
    '.editor-hint': { padding: '4px 8px', font: '12px / 16px var(--font)' },
    '.editor-hint > p': { margin: '0' },
  }),
];

function marksOf({ segments, problems }: DecodedToken, { doc }: EditorState): Marks {
  const real = problems.filter(({ code }) => code !== 'empty');
  const ranges = [
    ...segments.map((segment) => range(segment, `token-mark-${HUES[segment.name]}`, doc.length)),
    ...real.map((problem) =>
      range(problem, problem.note ? 'token-mark-note' : 'token-mark-problem', doc.length),
    ),
  ].flat();
  return { decorations: Decoration.set(ranges, true), problems: real };
}

function range(
  { start, end }: { readonly start: number; readonly end: number },
  name: string,
  length: number,
): Range<Decoration>[] {
  const from = Math.min(start, length);
  const to = Math.min(end, length);
  return from < to ? [Decoration.mark({ class: name }).range(from, to)] : [];
}

function hint(problems: readonly TokenProblem[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'editor-hint';
  for (const { message, remedy } of problems) {
    const line = document.createElement('p');
    line.textContent = `${message} ${remedy}`;
    box.append(line);
  }
  return box;
}

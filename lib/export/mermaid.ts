import { participantLabel, type SequenceDiagram } from './sequence.ts';

/**
 * A sequence diagram in Mermaid's language. Whatever is no letter, digit, space or harmless mark is written as a character
 * code, so that no text can become a statement or leave the block it is pasted into.
 */
export function writeMermaid({ participants, messages, left }: SequenceDiagram): string {
  const lines = [
    'sequenceDiagram',
    ...participants.map((one, index) => `  participant p${index} as ${safe(participantLabel(one))}`),
    ...messages.map(({ from, to, title, parameters, since, tone }) => {
      const text = [title, ...(parameters.length > 0 ? [parameters.join(', ')] : []), `${since} ms`].join(
        ' | ',
      );
      if (tone === 'note') return `  Note over p${from}: ${safe(text)}`;
      return `  p${from}${ARROWS[tone]}p${to}: ${safe(text)}`;
    }),
    ...(left > 0 ? [`  Note over p0: ${left} more hops are not drawn`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const ARROWS = { request: '->>', answer: '-->>', error: '--x' } as const;

function safe(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9 ._/-]/gu, (character) => `#${character.codePointAt(0)};`);
  // A lone keyword would end a block.
  return clean.replace(/^(\s*)(end)(\s*)$/i, '$1#101;nd$3');
}

import { participantLabel, type SequenceDiagram } from './sequence.ts';

/** What a copied picture is called. */
export function sequenceTitle(provider: string, outcome: string): string {
  return `Sequence diagram: ${provider}, ${outcome}`;
}

/** The diagram in words, a sentence for each arrow; what somebody who does not see it reads. */
export function sequenceLabels({ participants, messages, left }: SequenceDiagram): readonly string[] {
  const label = (index: number): string => {
    const one = participants[index];
    return one ? participantLabel(one) : '';
  };
  const sentences = messages.map(({ from, to, title, parameters, since, tone }) => {
    const carried = parameters.length > 0 ? `, with ${parameters.join(', ')}` : '';
    const way = from === to ? label(from) : `${label(from)} to ${label(to)}`;
    return `${way}: ${title}${carried} (after ${since} ms${tone === 'error' ? ', an error' : ''}).`;
  });
  return left > 0 ? [...sentences, `${left} more hops are not drawn.`] : sentences;
}

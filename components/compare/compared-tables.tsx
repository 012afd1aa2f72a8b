import type { JSX } from 'preact';
import type { ComparedPart } from '../../lib/flow/compare-flows.ts';
import type { ComparedRow } from '../../lib/flow/compare-values.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';

interface ComparedTablesProps {
  readonly parts: readonly ComparedPart[];
  /** What each side is called. */
  readonly left: string;
  readonly right: string;
  readonly onlyDifferent: boolean;
}

/** The parts of a comparison, each as a table. */
export function ComparedTables({ parts, left, right, onlyDifferent }: ComparedTablesProps): JSX.Element {
  const differing = parts.flatMap(({ rows }) => rows).filter(({ difference }) => difference !== 'same');
  const unexpected = differing.filter(({ expected }) => !expected).length;
  return (
    <>
      <p role="status">
        {unexpected === 0 ? 'Nothing differs that should not' : `${counted(unexpected)} to look at`};{' '}
        {differing.length - unexpected} more expected between any two attempts.
      </p>
      {parts.map(({ title, rows }) => {
        const shown = onlyDifferent ? rows.filter(({ difference }) => difference !== 'same') : rows;
        return (
          <Section key={title} title={title} class="compare-part">
            {shown.length === 0 ? (
              <p class="muted">All {rows.length} are the same.</p>
            ) : (
              <ScrollX label={title}>
                <table class="table compare-table" aria-label={title}>
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col">{left}</th>
                      <th scope="col">{right}</th>
                      <th scope="col">Difference</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((row, index) => (
                      <Row key={index} row={row} />
                    ))}
                  </tbody>
                </table>
              </ScrollX>
            )}
          </Section>
        );
      })}
    </>
  );
}

function Row({ row }: { readonly row: ComparedRow }): JSX.Element {
  const { icon, tone, word } = looksOf(row);
  return (
    <tr>
      <th scope="row">
        <Value text={row.name} />
      </th>
      <td>
        <Side text={row.left} />
      </td>
      <td>
        <Side text={row.right} />
      </td>
      <td class={`narrow tone-${tone}`}>
        <Icon name={icon} /> {word}
      </td>
    </tr>
  );
}

function Side({ text }: { readonly text: string | undefined }): JSX.Element {
  if (text === undefined) return <span class="muted">absent</span>;
  return <Value text={text} atFirst={300} multiline />;
}

function looksOf({ difference, expected }: ComparedRow): { icon: IconName; tone: string; word: string } {
  if (difference === 'same') return { icon: 'check', tone: 'muted', word: 'same' };
  if (expected) return { icon: 'info', tone: 'muted', word: 'expected' };
  if (difference === 'changed') return { icon: 'warning', tone: 'warning', word: 'changed' };
  return {
    icon: 'warning',
    tone: 'warning',
    word: difference === 'added' ? 'only on the right' : 'only on the left',
  };
}

function counted(count: number): string {
  return count === 1 ? '1 difference' : `${count} differences`;
}

import type { JSX } from 'preact';
import { changedWords, type WordRun } from '../../lib/flow/changed-words.ts';
import type { ComparedPart, PartTitle } from '../../lib/flow/compare-flows.ts';
import type { ComparedRow } from '../../lib/flow/compare-values.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { factName, factValue, partTitle } from './comparison-labels.ts';

/** Which rows are shown: those that differ unexpectedly, all that differ, or all. */
export type ComparedShown = 'unexpected' | 'different' | 'all';

interface ComparedTablesProps {
  readonly parts: readonly ComparedPart[];
  /** What each side is called. */
  readonly left: string;
  readonly right: string;
  readonly shown: ComparedShown;
}

/** The parts of a comparison, each as a table. */
export function ComparedTables({ parts, left, right, shown: wanted }: ComparedTablesProps): JSX.Element {
  const differing = parts.flatMap(({ rows }) => rows).filter(({ difference }) => difference !== 'same');
  const expected = differing.filter((row) => row.expected).length;
  const unexpected = differing.length - expected;
  return (
    <>
      <p role="status">
        {unexpected === 0 ? t('compareNothing', expected) : tCount('compareToLookAt', unexpected, expected)}
      </p>
      {parts.map((part) => {
        const { rows } = part;
        const title = partTitle(part.title);
        const shown = rows.filter(
          ({ difference, expected: isExpected }) =>
            wanted === 'all' || (difference !== 'same' && (wanted === 'different' || !isExpected)),
        );
        if (shown.length === 0 && wanted === 'unexpected') return null;
        return (
          <Section key={part.title} title={title} class="compare-part">
            {shown.length === 0 ? (
              <p class="muted">{t('compareAllSame', rows.length)}</p>
            ) : (
              <ScrollX label={title}>
                <table class="table compare-table" aria-label={title}>
                  <thead>
                    <tr>
                      <th scope="col">{t('compareName')}</th>
                      <th scope="col">{left}</th>
                      <th scope="col">{right}</th>
                      <th scope="col">{t('compareDifference')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((row, index) => (
                      <Row key={index} title={part.title} row={row} />
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

interface RowProps {
  readonly title: PartTitle;
  readonly row: ComparedRow;
}

function Row({ title, row }: RowProps): JSX.Element {
  const { icon, tone, word } = looksOf(row);
  const left = factValue(title, row.name, row.left);
  const right = factValue(title, row.name, row.right);
  const marks =
    row.difference === 'changed' && !row.expected && left !== undefined && right !== undefined
      ? changedWords(left, right)
      : undefined;
  return (
    <tr>
      <th scope="row">
        <Value text={factName(title, row.name)} />
      </th>
      <td>
        <Side text={left} marks={marks?.[0]} />
      </td>
      <td>
        <Side text={right} marks={marks?.[1]} />
      </td>
      <td class={`narrow tone-${tone}`}>
        <Icon name={icon} /> {word}
      </td>
    </tr>
  );
}

interface SideProps {
  readonly text: string | undefined;
  readonly marks: readonly WordRun[] | undefined;
}

/** UTF-16 units of a value that are shown at first; in longer ones no words are marked. */
const AT_FIRST = 300;

function Side({ text, marks }: SideProps): JSX.Element {
  if (text === undefined) return <span class="muted">{t('compareAbsent')}</span>;
  if (marks?.some(({ changed }) => !changed) && text.length <= AT_FIRST) {
    return (
      <code class="value">
        {marks.map(({ text: run, changed }, index) =>
          changed ? <mark key={index}>{shown(run)}</mark> : <span key={index}>{shown(run)}</span>,
        )}
      </code>
    );
  }
  return <Value text={text} atFirst={AT_FIRST} multiline />;
}

const shown = (text: string): string => text.split('\n').map(makeVisible).join('\n');

function looksOf({ difference, expected }: ComparedRow): { icon: IconName; tone: string; word: string } {
  if (difference === 'same') return { icon: 'check', tone: 'muted', word: t('compareSame') };
  if (expected) return { icon: 'info', tone: 'muted', word: t('compareExpected') };
  if (difference === 'changed') return { icon: 'warning', tone: 'warning', word: t('compareChanged') };
  return {
    icon: 'warning',
    tone: 'warning',
    word: t(difference === 'added' ? 'compareOnlyRight' : 'compareOnlyLeft'),
  };
}

import type { JSX } from 'preact';
import type { ComparedPart, PartTitle } from '../../lib/flow/compare-flows.ts';
import type { ComparedRow } from '../../lib/flow/compare-values.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { factName, factValue, partTitle } from './comparison-labels.ts';

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
        const shown = onlyDifferent ? rows.filter(({ difference }) => difference !== 'same') : rows;
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
  return (
    <tr>
      <th scope="row">
        <Value text={factName(title, row.name)} />
      </th>
      <td>
        <Side text={factValue(title, row.name, row.left)} />
      </td>
      <td>
        <Side text={factValue(title, row.name, row.right)} />
      </td>
      <td class={`narrow tone-${tone}`}>
        <Icon name={icon} /> {word}
      </td>
    </tr>
  );
}

function Side({ text }: { readonly text: string | undefined }): JSX.Element {
  if (text === undefined) return <span class="muted">{t('compareAbsent')}</span>;
  return <Value text={text} atFirst={300} multiline />;
}

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

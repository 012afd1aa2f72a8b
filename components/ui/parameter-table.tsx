import type { ComponentChildren, JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { Parameter } from '../../lib/oauth/parameters.ts';
import { ParameterMenuContext, useContextMenu } from './context-menu.ts';
import { CopyButton } from './copy-button.tsx';
import { Note } from './note.tsx';
import { Value } from './value.tsx';

/** Rows shown until more is asked for. */
const ROWS_AT_FIRST = 100;

interface ParameterTableProps {
  /** Name of the table. */
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** What stands beside a name, such as marks of findings. */
  readonly marks?: (name: string) => ComponentChildren;
}

/** Parameters as they came: order and repeats kept, decoded beside raw, problems in words. */
export function ParameterTable({ label, parameters, marks }: ParameterTableProps): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? parameters : parameters.slice(0, ROWS_AT_FIRST);
  if (parameters.length === 0) return <p class="muted">{t('uiNoParameters')}</p>;
  return (
    <div class="scroll-x">
      <table class="table parameters" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('wordName')}</th>
            <th scope="col">{t('wordValue')}</th>
            <th scope="col">{t('uiAsSent')}</th>
            <th scope="col" class="narrow">
              <span class="visually-hidden">{t('wordCopy')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((parameter, index) => (
            <ParameterRow
              key={`${index} ${parameter.name}`}
              parameter={parameter}
              marks={marks?.(parameter.name)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < parameters.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {t('uiShowAllParameters', parameters.length)}
        </button>
      )}
    </div>
  );
}

interface ParameterRowProps {
  readonly parameter: Parameter;
  readonly marks: ComponentChildren;
}

function ParameterRow({ parameter, marks }: ParameterRowProps): JSX.Element {
  const { name, value, rawValue, problems } = parameter;
  const contextMenu = useContextMenu();
  const menuOf = useContext(ParameterMenuContext);
  return (
    <tr onContextMenu={contextMenu(name.slice(0, 60), () => menuOf?.({ name, value }) ?? [])}>
      <th scope="row">
        <Value text={name} />
        {marks}
      </th>
      <td>
        <Value text={value} />
        {problems.map((problem) => (
          <Note key={problem.code} tone="warning">
            {problem.message} {problem.remedy}
          </Note>
        ))}
      </td>
      <td class="muted">
        {rawValue === undefined ? (
          t('uiDecodedByBrowser')
        ) : rawValue === value ? (
          t('uiTheSame')
        ) : (
          <Value text={rawValue} />
        )}
      </td>
      <td class="narrow actions">
        <CopyButton what={t('uiValueOf', name.slice(0, 60))} value={value} />
      </td>
    </tr>
  );
}

import type { JSX } from 'preact';
import type { Parameter } from '../../lib/oauth/parameters.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { ParameterTable } from '../ui/parameter-table.tsx';
import { Trans } from '../ui/trans.tsx';
import { FindingMarks } from './finding-marks.tsx';
import './findings.css';

interface MarkedParametersProps {
  readonly part: Finding['at']['part'];
  readonly label: string;
  readonly parameters: readonly Parameter[];
  readonly findings: readonly Finding[];
  readonly onFinding: (rule: string) => void;
}

/** Parameters with the rules that object to each; what concerns one that is not there stands below. */
export function MarkedParameters(props: MarkedParametersProps): JSX.Element {
  const { part, label, parameters, findings, onFinding } = props;
  const here = findings.filter(({ at }) => at.part === part);
  const names = new Set(parameters.map(({ name }) => name));
  const elsewhere = here.filter(({ at }) => at.parameter === undefined || !names.has(at.parameter));
  return (
    <>
      <ParameterTable
        label={label}
        parameters={parameters}
        marks={(name) => (
          <FindingMarks findings={here.filter(({ at }) => at.parameter === name)} onOpen={onFinding} />
        )}
      />
      {elsewhere.length > 0 && (
        <p class="findings-elsewhere">
          <Trans name="flowNotInTable">
            <FindingMarks findings={elsewhere} named onOpen={onFinding} />
          </Trans>
        </p>
      )}
    </>
  );
}

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { tokenFindings } from '../../lib/state/token/token-findings.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { FindingItem } from '../flows/finding-item.tsx';
import '../flows/findings.css';
import { Section } from '../ui/section.tsx';
import { useTokenTab } from './token-context.ts';

/** What the rules find in the shown token; what stands beside its text or under its verdict is not said again. */
export function TokenFindings(): JSX.Element | null {
  const { token: model } = useAppModel();
  const { verification } = useTokenTab();
  const { now } = useServices();
  const decoded = model.shown.value;
  const warnings = verification.result.value?.warnings;
  const findings = useMemo(
    () => (warnings ? tokenFindings(decoded, warnings, now()) : []),
    [decoded, warnings, now],
  );
  if (findings.length === 0) return null;
  return (
    <Section title={t('tokenFindings')}>
      <ul class="finding-items" aria-label={t('tokenFindings')}>
        {findings.map((finding, index) => (
          <FindingItem key={`${index} ${finding.rule}`} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

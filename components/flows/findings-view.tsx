import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { t, tCount } from '../../lib/i18n/t.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import type { Finding, Severity } from '../../lib/rules/types.ts';
import { matchesFinding } from '../../lib/state/flows/finding-filter.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue } from '../app/services.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FindingItem } from './finding-item.tsx';
import './findings.css';
import { ApplyRulesFor } from './apply-rules-for.tsx';
import { severityCount } from './severity-look.ts';

/** Findings shown until more is asked for. */
const AT_FIRST = 100;

const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

interface FindingsViewProps {
  readonly flow: Flow;
  /** What is looked for; marks beside parameters set it. */
  readonly filter: Signal<string>;
}

/** Every finding on a flow, worst first, to be filtered, read and silenced. */
export function FindingsView({ flow, filter }: FindingsViewProps): JSX.Element {
  const { flowFindings, findings: model } = useAppModel();
  const severity = useSignal<Severity | 'all'>('all');
  const all = useSignal(false);
  const { shown, silenced } = flowFindings.value;
  const { id: profileId, name } = profileById(useCatalogue(), flow.profileId);
  const matching = shown.filter(
    (finding) =>
      (severity.value === 'all' || finding.severity === severity.value) &&
      matchesFinding(finding, filter.value),
  );
  const listed = all.value ? matching : matching.slice(0, AT_FIRST);
  return (
    <div class="findings-view">
      <div class="findings-bar">
        <input
          type="search"
          class="input"
          aria-label={t('flowFindingsFilter')}
          placeholder={t('flowFindingsFilterPlaceholder')}
          spellcheck={false}
          autocomplete="off"
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value;
          }}
        />
        <select
          class="input"
          aria-label={t('flowSeverity')}
          value={severity.value}
          onChange={(event) => {
            const { value } = event.currentTarget;
            severity.value = SEVERITIES.find((one) => one === value) ?? 'all';
          }}
        >
          <option value="all">{t('flowSeverityAll')}</option>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {severityCount(one, count(shown, one))}
            </option>
          ))}
        </select>
        <ApplyRulesFor flow={flow} />
      </div>
      <p class="muted findings-count" role="status" aria-label={t('flowFindingsShown')}>
        {matching.length === shown.length
          ? tCount('flowFindingsCount', shown.length)
          : tCount('flowFindingsSome', shown.length, matching.length)}
      </p>
      {listed.length > 0 ? (
        <ul class="finding-items" aria-label={t('flowFindings')}>
          {listed.map((finding, index) => (
            <FindingItem
              key={`${index} ${finding.rule}`}
              finding={finding}
              action={{
                label: t('flowSilence', finding.rule, name),
                run: () => void model.silence(profileId, finding.rule),
              }}
            />
          ))}
        </ul>
      ) : (
        <Nothing any={shown.length > 0} />
      )}
      {listed.length < matching.length && (
        <button
          type="button"
          class="button"
          onClick={() => {
            all.value = true;
          }}
        >
          {t('flowFindingsShowAll', matching.length)}
        </button>
      )}
      <SilencedPart findings={silenced} profileId={profileId} name={name} />
    </div>
  );
}

function Nothing({ any }: { readonly any: boolean }): JSX.Element {
  return any ? (
    <EmptyState title={t('flowNoFindingMatches')}>{t('flowNoFindingMatchesHint')}</EmptyState>
  ) : (
    <EmptyState title={t('flowNoFindings')}>{t('flowNoFindingsHint')}</EmptyState>
  );
}

interface SilencedPartProps {
  readonly findings: readonly Finding[];
  readonly profileId: string;
  readonly name: string;
}

/** What the user silenced is counted, and one click away. */
function SilencedPart({ findings, profileId, name }: SilencedPartProps): JSX.Element | null {
  const { findings: model } = useAppModel();
  const open = useSignal(false);
  if (findings.length === 0) return null;
  return (
    <section class="findings-silenced" aria-label={t('flowSilencedFindings')}>
      <p class="row-actions">
        <span>{t('flowSilencedFor', findings.length, name)}</span>
        <button
          type="button"
          class="button quiet"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {t(open.value ? 'flowHide' : 'flowShow')}
        </button>
        <button type="button" class="button quiet" onClick={() => void model.restore(profileId)}>
          {t('flowRestoreAll')}
        </button>
      </p>
      {open.value && (
        <ul class="finding-items" aria-label={t('flowSilenced')}>
          {findings.map((finding, index) => (
            <FindingItem
              key={`${index} ${finding.rule}`}
              finding={finding}
              action={{
                label: t('flowRestore', finding.rule),
                run: () => void model.restore(profileId, finding.rule),
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

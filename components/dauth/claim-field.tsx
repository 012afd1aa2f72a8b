import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { DauthClaim } from '../../lib/dauth/claims.ts';
import { t } from '../../lib/i18n/t.ts';
import { DAUTH_GENERATORS, NETWORKS } from '../../lib/state/dauth/dauth-values.ts';
import { RequestNotes } from '../request/notes.tsx';
import { useDauthModel } from './dauth-context.ts';
import { Findings } from './findings.tsx';

const GENERATOR_LABELS = { now: 'dauthNow', generate: 'dauthGenerate' } as const;
const GENERATOR_NAMES = { now: 'dauthNowFor', generate: 'dauthGenerateName' } as const;

/** One claim: its value, what it is, what it must be, and what is wrong with it. */
export function ClaimField({ claim }: { readonly claim: DauthClaim }): JSX.Element {
  const model = useDauthModel();
  const id = useId();
  const { name, required, meaning, constraint, source } = claim;
  const value = useComputed(() => model.values.value[name]);
  const findings = useComputed(() =>
    model.findings.value.filter(
      // Whom the server takes the caller for stands beside the finished header.
      ({ rule, severity, at }) =>
        at === `payload.${name}` && !(rule === 'DA07' && severity === 'information'),
    ),
  );
  const generator = DAUTH_GENERATORS[name];
  const isNetwork = name === 'network_name';
  return (
    <div class="field">
      <div class="field-name">
        <label for={id} class="monospace">
          {name}
        </label>
        {required && <span class="muted field-required">{t('wordRequired')}</span>}
      </div>
      <div class="field-body">
        <div class="request-control">
          <input
            id={id}
            class="input monospace"
            spellcheck={false}
            autocomplete="off"
            list={isNetwork ? `${id}-networks` : undefined}
            value={value.value}
            aria-invalid={findings.value.some(({ severity }) => severity === 'error')}
            aria-describedby={`${id}-about ${id}-findings`}
            onInput={(event) => model.setValue(name, event.currentTarget.value)}
          />
          {isNetwork && (
            <datalist id={`${id}-networks`}>
              {NETWORKS.map((network) => (
                <option key={network} value={network} />
              ))}
            </datalist>
          )}
          {generator && (
            <button
              type="button"
              class="button"
              aria-label={t(GENERATOR_NAMES[generator.kind], name)}
              onClick={() => model.make(name)}
            >
              {t(GENERATOR_LABELS[generator.kind])}
            </button>
          )}
        </div>
        <p id={`${id}-about`} class="muted">
          {meaning} <span class="field-constraint">{constraint}</span>
        </p>
        <RequestNotes
          summary={t('wordSource')}
          notes={required || value.value !== '' ? [] : [t('dauthEmptyClaim')]}
          source={source}
        />
        <div id={`${id}-findings`} class="field-problems">
          <Findings findings={findings.value} />
        </div>
      </div>
    </div>
  );
}

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { conformanceProfilesOf } from '../../lib/rules/conformance-profiles.ts';
import { EVALUATION_CHOICES, type EvaluationChoice } from '../../lib/rules/evaluation-choice.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue } from '../app/services.ts';

const NAMES: Readonly<Record<Exclude<EvaluationChoice, 'profile'>, string>> = {
  oidc: 'OpenID Connect',
  fapi1: 'FAPI 1.0 Advanced',
  fapi2: 'FAPI 2.0',
  obuk: 'Open Banking UK',
};

/** By which families of rules this flow is evaluated, until the browser closes. */
export function ApplyRulesFor({ flow }: { readonly flow: Flow }): JSX.Element {
  const { findings: model } = useAppModel();
  const id = useId();
  const profile = profileById(useCatalogue(), flow.profileId);
  const choice = model.evaluatedAs(flow.id);
  const gates = [...conformanceProfilesOf(flow, profile, choice)];
  return (
    <span class="judge-as">
      <label for={id}>{t('flowJudgeAs')}</label>
      <select
        id={id}
        class="input"
        value={choice}
        title={t('flowJudgeRules', gates.join(', '))}
        onChange={(event) => {
          const next = EVALUATION_CHOICES.find((one) => one === event.currentTarget.value);
          if (next) void model.evaluateAs(flow.id, next);
        }}
      >
        {EVALUATION_CHOICES.map((one) => (
          <option key={one} value={one}>
            {one === 'profile' ? t('flowJudgeByProfile', profile.name) : NAMES[one]}
          </option>
        ))}
      </select>
    </span>
  );
}

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Flow } from '../../lib/flow/types.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { gatesOf } from '../../lib/rules/gates.ts';
import { JUDGE_CHOICES, type JudgeChoice } from '../../lib/rules/judge-choice.ts';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { useCatalogue } from '../app/services.ts';

const NAMES: Readonly<Record<Exclude<JudgeChoice, 'profile'>, string>> = {
  oidc: 'OpenID Connect',
  fapi1: 'FAPI 1.0 Advanced',
  fapi2: 'FAPI 2.0',
  obuk: 'Open Banking UK',
};

/** By which families of rules this flow is judged, until the browser closes. */
export function JudgeAs({ flow }: { readonly flow: Flow }): JSX.Element {
  const { findings: model } = useAppModel();
  const id = useId();
  const profile = profileById(useCatalogue(), flow.profileId);
  const choice = model.judgedAs(flow.id);
  const gates = [...gatesOf(flow, profile, choice)];
  return (
    <span class="judge-as">
      <label for={id}>{say('flowJudgeAs')}</label>
      <select
        id={id}
        class="input"
        value={choice}
        title={say('flowJudgeRules', gates.join(', '))}
        onChange={(event) => {
          const next = JUDGE_CHOICES.find((one) => one === event.currentTarget.value);
          if (next) void model.judgeAs(flow.id, next);
        }}
      >
        {JUDGE_CHOICES.map((one) => (
          <option key={one} value={one}>
            {one === 'profile' ? say('flowJudgeByProfile', profile.name) : NAMES[one]}
          </option>
        ))}
      </select>
    </span>
  );
}

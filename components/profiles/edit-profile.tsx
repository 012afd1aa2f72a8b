import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import type { ProfileProblem } from '../../lib/providers/profile-problem.ts';
import type { Profile } from '../../lib/providers/types.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { readObjectText } from '../../lib/state/token/token-json.ts';
import { ProfileForm } from './profile-form.tsx';
import { ProfileJson } from './profile-json.tsx';
import { ProfileProblems } from './profile-problems.tsx';

interface EditProfileProps {
  readonly model: ProfilesModel;
  readonly profile: Profile;
  /** Told of the id under which it was stored. */
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

const textOf = (profile: unknown): string => JSON.stringify(profile, undefined, 2);

/** Changes a profile of the user's own, by its form or by its JSON; only a sound one is kept. */
export function EditProfile({ model, profile, onSaved, onClose }: EditProfileProps): JSX.Element {
  const [text, setText] = useState(() => textOf(profile));
  const [asJson, setAsJson] = useState(false);
  const [problems, setProblems] = useState<readonly ProfileProblem[]>([]);
  const { object, fault } = readObjectText(text);
  useEffect(() => {
    let current = true;
    if (object && !fault) void model.check(object).then((found) => current && setProblems(found));
    return () => {
      current = false;
    };
    // The object is made of the text.
  }, [model, text]);
  const save = async (): Promise<void> => {
    const found = await model.save(object, profile.id);
    setProblems(found);
    if (found.length === 0 && !model.failure.peek()) onSaved(String(object?.id));
  };
  // The form needs a profile of the right shape; ids that are taken and addresses that are none do not harm it.
  const shaped = problems.every(({ code }) => FORM_PROBLEMS.has(code)) && object && !fault;
  return (
    <form
      class="stack profile-edit"
      aria-label={t('profilesEdit', profile.name)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {asJson || !shaped ? (
        <ProfileJson model={model} name={profile.name} text={text} onInput={setText} />
      ) : (
        <ProfileForm
          profile={object as unknown as Profile}
          onChange={(changed) => setText(textOf(changed))}
        />
      )}
      <div role="status" class="stack">
        {fault && <p class="tone-error">{fault.message}</p>}
        {!fault && <ProfileProblems label={t('profilesProblemsOf', profile.name)} problems={problems} />}
      </div>
      <div class="row-actions">
        <button
          type="submit"
          class="button primary"
          disabled={fault !== undefined || problems.length > 0 || model.busy.value}
        >
          {t('profilesSave', profile.name)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('wordCancel')}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-pressed={asJson || !shaped}
          disabled={!shaped}
          title={shaped ? undefined : t('profilesMendFirst')}
          onClick={() => setAsJson(!asJson)}
        >
          {t('profilesAsJson')}
        </button>
      </div>
    </form>
  );
}

/** Problems with which the form can be shown. */
const FORM_PROBLEMS = new Set([
  'not-http',
  'id-taken',
  'repeated',
  'format',
  'min-length',
  'max-length',
  'pattern',
]);

import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { problemSentence } from '../../lib/providers/profile-problem.ts';
import type { ProfilesModel } from '../../lib/state/profiles/profiles-model.ts';
import { readObjectText } from '../../lib/state/token/token-json.ts';
import type { JsonEditorProps } from '../editor/json-editor.tsx';

interface ProfileJsonProps {
  readonly model: ProfilesModel;
  readonly name: string;
  readonly text: string;
  readonly onInput: (text: string) => void;
}

/** Names that a profile has at its top, offered while typing. */
const MEMBERS = {
  id: 'profilesMemberId',
  name: 'profilesMemberName',
  summary: 'profilesMemberSummary',
  environments: 'profilesMemberEnvironments',
  parameters: 'profilesMemberParameters',
  aliases: 'profilesMemberAliases',
  callback: 'profilesMemberCallback',
  recognise: 'profilesMemberRecognise',
  steps: 'profilesMemberSteps',
} as const satisfies Readonly<Record<string, MessageName>>;

/** The whole profile as JSON; what is wrong is marked where it stands. The editor is loaded when it is first shown. */
export function ProfileJson({ model, name, text, onInput }: ProfileJsonProps): JSX.Element | null {
  const [editor, setEditor] = useState<{ readonly component: ComponentType<JsonEditorProps> }>();
  useEffect(() => {
    void import('../editor/json-editor.tsx').then(({ JsonEditor }) => setEditor({ component: JsonEditor }));
  }, []);
  const [check] = useState(() => async (written: string) => {
    const { object, fault } = readObjectText(written);
    if (!object || fault) return [];
    const problems = await model.check(object);
    return problems.map((problem) => ({
      pointer: problem.pointer,
      message: `${problemSentence(problem)} ${problem.remedy}`,
    }));
  });
  const [names] = useState(() =>
    Object.fromEntries(
      Object.entries(MEMBERS).map(([member, meaning]) => [
        member,
        { meaning: t(meaning), source: t('profilesMember') },
      ]),
    ),
  );
  if (!editor) return null;
  return (
    <editor.component
      label={t('profilesJsonOf', name)}
      class="profile-json"
      names={names}
      check={check}
      text={text}
      onInput={onInput}
    />
  );
}

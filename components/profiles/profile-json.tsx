import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { problemSentence } from '../../lib/providers/profile-problem.ts';
import type { ProfilesModel } from '../../lib/state/profiles-model.ts';
import { readObjectText } from '../../lib/state/token-json.ts';
import type { JsonEditorProps } from '../editor/json-editor.tsx';

interface ProfileJsonProps {
  readonly model: ProfilesModel;
  readonly name: string;
  readonly text: string;
  readonly onInput: (text: string) => void;
}

/** Names that a profile has at its top, offered while typing. */
const MEMBERS = {
  id: { meaning: 'What it is called in storage: letters, digits, - and _.', source: 'Profile' },
  name: { meaning: 'What it is called in lists.', source: 'Profile' },
  summary: { meaning: 'What it is, in a sentence.', source: 'Profile' },
  environments: { meaning: 'Where the provider is: addresses and values.', source: 'Profile' },
  parameters: { meaning: 'Parameters of the authorize request.', source: 'Profile' },
  aliases: { meaning: 'The provider’s names of standard parameters.', source: 'Profile' },
  callback: { meaning: 'Parameters of the callback.', source: 'Profile' },
  recognise: { meaning: 'How a flow is told to be this provider’s.', source: 'Profile' },
  steps: { meaning: 'The provider’s calls, in order.', source: 'Profile' },
} as const;

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
  if (!editor) return null;
  return (
    <editor.component
      label={`JSON of ${name}`}
      class="profile-json"
      names={MEMBERS}
      check={check}
      text={text}
      onInput={onInput}
    />
  );
}

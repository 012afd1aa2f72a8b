import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { isNoToken } from '../../lib/state/token/token-model.ts';
import { useAppModel } from '../app/models.ts';
import { TokenTextEditor } from '../editor/token-text-editor.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { ComparePart } from './compare-part.tsx';
import { CopyAs } from './copy-as.tsx';
import { TokenChoice } from './token-choice.tsx';

/** The left side: what was pasted, which token of it is meant, and what is wrong with that one. */
export function TokenInput(): JSX.Element {
  const { token: model } = useAppModel();
  return (
    <div class="token-input">
      <TokenTextEditor
        label={t('tokenWord')}
        class="token-text"
        text={model.text.value}
        decoded={model.decoded.value}
        placeholder={t('tokenPlaceholder')}
        onInput={(text) => model.open(text)}
      />
      <TokenChoice />
      <CopyAs />
      {model.other.value !== undefined && <ComparePart text={model.other.value} />}
      {!isNoToken(model.shown.value) && <TokenProblems problems={model.shown.value.problems} />}
    </div>
  );
}

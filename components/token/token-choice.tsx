import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { Value } from '../ui/value.tsx';

/** Tokens offered by name; more than these are counted. */
const OFFERED = 20;

/** Offers the tokens of a text that holds several, and those inside of the chosen one. */
export function TokenChoice(): JSX.Element | null {
  const { token: model } = useAppModel();
  const found = model.found.value;
  const inside = model.inside.value;
  const outer =
    found.length > 1 ? found : inside.length > 0 ? [{ found: t('tokenChoiceOuter'), start: 0 }] : [];
  if (outer.length === 0) return null;
  const chosen = found.length > 1 ? model.choice.value : 0;
  const choose = (choice: number, inner: string): void => {
    model.choice.value = choice;
    model.inner.value = inner;
  };
  return (
    <fieldset class="token-choice">
      <legend>{found.length > 1 ? t('tokenChoiceSeveral', found.length) : t('tokenChoiceInside')}</legend>
      {outer.slice(0, OFFERED).map((place, index) => (
        <div key={`${place.start} ${index}`}>
          <Choice
            checked={chosen === index && model.inner.value === ''}
            onChoose={() => choose(index, '')}
            name={place.found === 'text' ? t('tokenChoiceNumber', index + 1) : place.found}
            detail={found.length > 1 ? t('tokenChoiceAt', place.start + 1) : ''}
          />
          {chosen === index &&
            inside.map(({ key, path, depth }) => (
              <div key={key} class="token-inner" data-depth={Math.min(depth, 4)}>
                <Choice
                  checked={model.inner.value === key}
                  onChoose={() => choose(index, key)}
                  name={path}
                  detail={t('tokenChoiceInner')}
                />
              </div>
            ))}
        </div>
      ))}
      {found.length > OFFERED && <p class="muted">{t('tokenChoiceCut', OFFERED)}</p>}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly name: string;
  readonly detail: string;
  readonly onChoose: () => void;
}

function Choice({ checked, name, detail, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label class="check token-one">
      <input type="radio" name="token-choice" checked={checked} onChange={onChoose} />
      <Value text={name} atFirst={80} /> <span class="muted">{detail}</span>
    </label>
  );
}

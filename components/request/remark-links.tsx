import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { makeVisible } from '../../lib/oauth/text-problems.ts';
import type { RequestRemark } from '../../lib/state/request/request-remarks.ts';
import { cutText } from '../ui/cut-text.ts';
import { Icon } from '../ui/icon.tsx';
import { remarkPlace } from './remark-place.ts';
import { useRequestModel } from './request-context.ts';

const LOOKS = {
  error: { icon: 'failed', word: 'wordError' },
  warning: { icon: 'warning', word: 'wordWarning' },
  info: { icon: 'info', word: 'wordNote' },
} as const;

/** Links shown; the count beside the heading has them all. */
const MOST = 50;

/** One short link for each finding that is written out at a field; it leads there. */
export function RemarkLinks({ remarks }: { readonly remarks: readonly RequestRemark[] }): JSX.Element | null {
  const model = useRequestModel();
  const links = remarks.flatMap((remark) => {
    const place = remarkPlace(remark, model);
    return place === undefined || place === 'key' ? [] : [{ remark, place }];
  });
  if (links.length === 0) return null;
  return (
    <ul class="remark-links" aria-label={t('requestFindings')}>
      {links.slice(0, MOST).map(({ remark, place }, index) => (
        <li key={`${index} ${remark.rule ?? ''}`}>
          <Icon name={LOOKS[remark.severity].icon} tone={remark.severity} />
          <span class="visually-hidden">{t(LOOKS[remark.severity].word)} </span>
          <button
            type="button"
            class="button link"
            title={makeVisible(cutText(remark.message, 300))}
            onClick={(event) => lead(event.currentTarget, place)}
          >
            {remark.rule !== undefined && <span class="remark-rule">{remark.rule} </span>}
            {place === 'object' ? t('requestObject') : makeVisible(cutText(place, 60))}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Shows the field that a finding is about, unfolded, and gives it the focus. */
function lead(from: HTMLElement, place: string): void {
  const form = from.closest('.request');
  const target =
    place === 'object'
      ? form?.querySelector<HTMLElement>('.request-object')
      : [...(form?.querySelectorAll<HTMLElement>('[data-parameter]') ?? [])].find(
          ({ dataset }) => dataset.parameter === place,
        );
  if (!target) return;
  const folded = target.closest('details');
  if (folded) folded.open = true;
  target.scrollIntoView({ block: 'nearest' });
  target.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}

import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { RequestNotes } from './notes.tsx';
import { useRequestModel } from './request-context.ts';

/** What the profile is for, and what is to be known before its request is sent. */
export function ProfileAbout(): JSX.Element {
  const { summary, notes } = useRequestModel().profile.value;
  return (
    <div class="section request-about">
      <p class="muted">{summary}</p>
      <RequestNotes summary={t('requestBefore', notes.length)} notes={notes} />
    </div>
  );
}

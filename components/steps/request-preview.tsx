import type { JSX } from 'preact';
import { joinSegments, maskSegments } from '../../lib/calls/segments.ts';
import type { TemplateSegment } from '../../lib/calls/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { hostOfPattern } from '../../lib/providers/access-patterns.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/switch.tsx';
import { Value } from '../ui/value.tsx';
import { missingPattern } from './has-access.ts';
import { useStepsModel } from './steps-context.ts';

const ENCODINGS = {
  none: 'stepsNoBody',
  form: 'stepsFormBody',
  json: 'stepsJsonBody',
} as const satisfies Record<string, MessageName>;

/** The request exactly as it goes, secrets masked until revealed. */
export function RequestPreview(): JSX.Element | null {
  const model = useStepsModel();
  const { request, problems } = model.built.value;
  if (!request) return null;
  const show = (segments: readonly TemplateSegment[]): string =>
    model.revealed.value ? joinSegments(segments) : maskSegments(segments);
  const whole = problems.filter(({ field }) => field === '');
  const lines = [
    `${request.method} ${show(request.url)}`,
    ...request.headers.map(({ name, value }) => `${name}: ${show(value)}`),
    ...(request.body ? ['', show(request.body)] : []),
  ];
  const reveal = (
    <Switch
      label={t('stepsShowSecrets')}
      checked={model.revealed.value}
      onChange={(on) => {
        model.revealed.value = on;
      }}
    />
  );
  return (
    <Section title={t('uiRequestAsItGoes')} actions={reveal}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text must be scrolled by keyboard */}
      <pre class="object-json step-preview" tabIndex={0}>
        <Value multiline text={lines.join('\n')} />
      </pre>
      <p class="muted">
        {t(ENCODINGS[request.encoding])} {t('stepsNoCookies')}
      </p>
      {whole.map(({ code, message, remedy }) => (
        <Note key={code} tone="error">
          {message} {remedy}
        </Note>
      ))}
      <MissingAccess url={joinSegments(request.url)} />
    </Section>
  );
}

function MissingAccess({ url }: { readonly url: string }): JSX.Element | null {
  const { access } = useServices();
  const pattern = missingPattern(url, useAppModel().access.value);
  if (pattern === undefined) return null;
  const host = hostOfPattern(pattern);
  return (
    <Note tone="warning" word={t('uiNoAccessYet')}>
      {t('uiNoAccessCors', host)}
      <div class="row-actions">
        <button type="button" class="button access-allow" onClick={() => void access.request([pattern])}>
          {t('uiAllowAccessTo', host)}
        </button>
      </div>
    </Note>
  );
}

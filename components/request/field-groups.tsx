import type { JSX } from 'preact';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { ParameterGroup, ParameterSpec } from '../../lib/providers/types.ts';
import { Section } from '../ui/section.tsx';
import { RequestField } from './field.tsx';
import { useRequestModel } from './request-context.ts';

const GROUPS: readonly { readonly id: ParameterGroup; readonly title: MessageName }[] = [
  { id: 'identity', title: 'requestGroupIdentity' },
  { id: 'consent', title: 'requestGroupConsent' },
  { id: 'security', title: 'requestGroupSecurity' },
  { id: 'extras', title: 'requestGroupExtras' },
];

/** The profile's parameters, by group. Extras stay folded until one of them is used. */
export function FieldGroups(): JSX.Element {
  const { profile, values } = useRequestModel();
  const { id: profileId, parameters } = profile.value;
  return (
    <>
      {GROUPS.map(({ id, title }) => {
        const specs = parameters.filter(({ group }) => group === id);
        if (specs.length === 0) return null;
        const fields = specs.map((spec) => <RequestField key={`${profileId} ${spec.name}`} spec={spec} />);
        if (id !== 'extras') {
          return (
            <Section key={id} title={t(title)} class={`request-group group-${id}`}>
              {fields}
            </Section>
          );
        }
        const used = specs.filter(({ name }) => (values.value[name] ?? '') !== '');
        return (
          <details
            key={`${profileId} ${id}`}
            class={`section request-group group-${id}`}
            open={used.length > 0}
          >
            <summary>
              <strong>{t(title)}</strong> <span class="muted">{summaryOf(specs)}</span>
            </summary>
            {fields}
          </details>
        );
      })}
    </>
  );
}

function summaryOf(specs: readonly ParameterSpec[]): string {
  return specs.map(({ name }) => name).join(', ');
}

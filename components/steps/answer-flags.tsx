import type { JSX } from 'preact';
import { flaggedObjects } from '../../lib/calls/flagged-objects.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Json, JsonObject } from '../../lib/jwt/types.ts';
import type { StepChoice } from '../../lib/providers/step-types.ts';
import { Icon } from '../ui/icon.tsx';

interface AnswerFlagsProps {
  readonly flags: readonly StepChoice[];
  readonly json: Json;
}

/** The boolean members of an answer as checklists, one for each object that has them. */
export function AnswerFlags({ flags, json }: AnswerFlagsProps): JSX.Element | null {
  const names = flags.map(({ value }) => value);
  const objects = flaggedObjects(json, names);
  if (objects.length === 0) return null;
  return (
    <>
      {objects.map(({ path, object }) => {
        const granted = names.filter((name) => object[name] === true).length;
        return (
          <details key={path} class="request-notes">
            <summary>{t('stepsPermissionsGranted', nameOf(object, path), granted, names.length)}</summary>
            <ul class="step-checklist" aria-label={t('stepsPermissions', nameOf(object, path))}>
              {flags.map(({ value, says }) => (
                <li key={value}>
                  <Icon
                    name={object[value] === true ? 'check' : 'close'}
                    tone={object[value] === true ? 'success' : 'muted'}
                  />{' '}
                  <span class="monospace">{value}</span>{' '}
                  <span class="muted">
                    {flagLabel(object[value])}
                    {says === undefined ? '' : `; ${says}`}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function nameOf(object: JsonObject, path: string): string {
  const name = object.short_name ?? object.id ?? object.view_id;
  return typeof name === 'string' ? name.slice(0, 80) : path;
}

function flagLabel(flag: Json | undefined): string {
  if (typeof flag !== 'boolean') return t('stepsFlagNotSaid');
  return flag ? t('stepsFlagYes') : t('stepsFlagNo');
}

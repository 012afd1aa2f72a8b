import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createRequestModel } from '../../lib/state/request/request-model.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { ExtraParameters } from './extra-parameters.tsx';
import { FieldGroups } from './field-groups.tsx';
import { PasteField } from './paste-field.tsx';
import { ProfileAbout } from './profile-about.tsx';
import { ProfilePicker } from './profile-picker.tsx';
import './request.css';
import { RequestModelContext } from './request-context.ts';
import { RequestObject } from './request-object.tsx';
import { ResultPane } from './result-pane.tsx';

/** Writes an authorize request and opens it. */
export function RequestTab(): JSX.Element {
  const services = useServices();
  const app = useAppModel();
  const [model] = useState(() => createRequestModel({ services, keys: keysModelOf(services) }));
  useEffect(() => model.dispose, [model]);
  const shown = app.tab.value === 'request';
  useEffect(() => {
    if (shown) void model.refresh();
  }, [model, shown]);
  const draft = app.toLaunch.value;
  const isReady = model.ready.value;
  useEffect(() => {
    if (!draft || !isReady) return;
    app.toLaunch.value = undefined;
    void model.fill(draft.profileId, draft.environmentId, draft.values);
  }, [app, model, draft, isReady]);
  const pasted = model.ready.value ? app.requestToPaste.value : '';
  useEffect(() => {
    if (pasted === '') return;
    app.requestToPaste.value = '';
    void model.paste(pasted);
  }, [app, model, pasted]);
  if (!model.ready.value) return <div class="request" aria-busy="true" />;
  return (
    <RequestModelContext.Provider value={model}>
      <div class="request">
        <ProfilePicker />
        <div class="request-form">
          <PasteField />
          <ProfileAbout />
          <FieldGroups />
          <RequestObject />
          <ExtraParameters />
        </div>
        <ResultPane />
      </div>
    </RequestModelContext.Provider>
  );
}

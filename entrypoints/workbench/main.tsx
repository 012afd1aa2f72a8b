import { mountApp } from '../../components/app/mount-app.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { flowOfFragment, patternsOfFragment, tabOfFragment } from '../../lib/state/app/app-tabs.ts';
import { connectServices } from '../../lib/state/app/connect-services.ts';

const initialFlow = flowOfFragment(location.hash);
const initialTab = tabOfFragment(location.hash);

mountApp(
  document,
  connectServices({
    surface: 'workbench',
    clipboard: copyText,
    wantedAccess: patternsOfFragment(location.hash),
    ...(initialFlow && { initialFlow }),
    ...(initialTab && { initialTab }),
  }),
);

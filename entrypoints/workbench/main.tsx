import { mountApp } from '../../components/app/mount-app.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { connectServices } from '../../lib/state/connect-services.ts';

mountApp(document, connectServices({ surface: 'workbench', clipboard: copyText }));

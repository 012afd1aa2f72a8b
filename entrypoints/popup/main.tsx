import { mountPopup } from '../../components/popup/mount-popup.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { connectServices } from '../../lib/state/app/connect-services.ts';

mountPopup(document, connectServices({ surface: 'popup', clipboard: copyText }));

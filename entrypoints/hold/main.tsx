import { mountHold } from '../../components/hold/mount-hold.tsx';
import { copyText } from '../../components/ui/copy-text.ts';
import { connectServices } from '../../lib/state/app/connect-services.ts';
import { readHoldAddress } from '../../lib/state/hold/hold-page-model.ts';
import { sendRequest } from './send-request.ts';

mountHold(
  document,
  connectServices({ surface: 'hold', clipboard: copyText }),
  readHoldAddress(location.search),
  (request) => sendRequest(document, request),
);

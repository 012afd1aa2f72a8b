import { SAMPLES } from '../../jwt/samples.ts';

/** Open Bank Project, Account Access: the example token. */
export const DAUTH_TOKEN = SAMPLES.dauth;

/** Open Bank Project, Account Access: the payload that the text shows. */
export const DAUTH_PAYLOAD = {
  smart_contract_address: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224',
  network_name: 'AIRNODE.TESTNET.ETHEREUM',
  msg_sender: '0xe12340927f1725E7734CE288F8367e1Bb143E90fhku767',
  consumer_key: '0x1234a4ec31e89cea54d1f125db7536e874ab4a96b4d4f6438668b6bb10a6adb',
  timestamp: '2021-11-04T14:13:40Z',
  request_id: '0Xe876987694328763492876348928736497869273649',
} as const;

/** Open Bank Project, Account Access: the answer of users/current. */
export const CURRENT_USER = {
  user_id: '4c4d3175-1e5c-4cfd-9b08-dcdc209d8221',
  email: '',
  provider_id: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224',
  provider: 'ETHEREUM',
  username: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224',
  entitlements: { list: [] },
} as const;

/** Open Bank Project, Account Access: the body fields of Create (DAuth) User with Account Access. */
export const CREATE_FIELDS = {
  is_system: 'true',
  provider: 'ETHEREUM',
  username: 'felixsmith',
  view_id: 'owner',
} as const;

/** Open Bank Project, Account Access: the path and body of Grant and Revoke. */
export const GRANT_FIELDS = {
  ACCOUNT_ID: '8ca8a7e4-6d02-40e3-a129-0b2bf89de9f0',
  BANK_ID: 'gh.29.uk',
  VIEW_ID: 'owner',
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  view_id: 'owner',
} as const;

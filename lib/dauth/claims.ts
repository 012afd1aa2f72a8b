/** One claim of a DAuth token. */
export interface DauthClaim {
  readonly name: DauthClaimName;
  /** The server refuses the token without it. */
  readonly required: boolean;
  readonly meaning: string;
  /** What the value must look like. */
  readonly constraint: string;
  readonly source: string;
}

export type DauthClaimName =
  | 'smart_contract_address'
  | 'network_name'
  | 'consumer_key'
  | 'timestamp'
  | 'msg_sender'
  | 'request_id';

const DOCUMENT = 'Open Bank Project: DAuth Introduction, Setup and Usage';
const SERVER = 'OBP-API, PayloadOfJwtJSON';

/** The six claims in the order of a form. All are strings. */
export const DAUTH_CLAIMS: readonly DauthClaim[] = [
  {
    name: 'smart_contract_address',
    required: true,
    meaning: 'The smart contract on whose behalf the call is made; becomes the username.',
    constraint: 'An Ethereum address: 0x and 40 hexadecimal digits, best with the checksum of EIP-55.',
    source: DOCUMENT,
  },
  {
    name: 'network_name',
    required: true,
    meaning: 'The blockchain; the provider of the user is dauth. and this name.',
    constraint: 'A name such as ETHEREUM or AIRNODE.TESTNET.ETHEREUM.',
    source: DOCUMENT,
  },
  {
    name: 'consumer_key',
    required: true,
    meaning: 'The registered consumer; it must be there, though a key that is not known is let through.',
    constraint: 'The key of the consumer registration, whole bytes when it is hexadecimal.',
    source: SERVER,
  },
  {
    name: 'timestamp',
    required: false,
    meaning: 'When the token was made. The server does not look at it.',
    constraint: 'ISO 8601 in UTC, such as 2021-11-04T14:13:40Z.',
    source: DOCUMENT,
  },
  {
    name: 'msg_sender',
    required: false,
    meaning: 'Who called the smart contract. The server does not use it.',
    constraint: 'An Ethereum address: 0x and 40 hexadecimal digits.',
    source: DOCUMENT,
  },
  {
    name: 'request_id',
    required: false,
    meaning: 'An id of the request. The server does not use it.',
    constraint: 'Any text; whole bytes when it begins with 0x.',
    source: DOCUMENT,
  },
];

import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type HttpAnswer, httpRequest } from './http-request.ts';

/** The claims of OBP's sample token. */
export const SAMPLE_CLAIMS = {
  smart_contract_address: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224',
  network_name: 'AIRNODE.TESTNET.ETHEREUM',
  msg_sender: '0xe12340927f1725E7734CE288F8367e1Bb143E90fhku767',
  consumer_key: '0x1234a4ec31e89cea54d1f125db7536e874ab4a96b4d4f6438668b6bb10a6adb',
  timestamp: '2021-11-04T14:13:40Z',
  request_id: '0Xe876987694328763492876348928736497869273649',
} as const;

/** An RSA key pair for tokens of one algorithm. */
export interface DauthKey {
  readonly publicJwk: JWK;
  sign(claims?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Generates a key pair for an RSA algorithm. */
export async function createDauthKey(alg = 'RS256'): Promise<DauthKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    publicJwk: await exportJWK(publicKey),
    sign: (claims = SAMPLE_CLAIMS) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: 'JWT' }).sign(privateKey),
  };
}

/** Puts JSON, or text as it is. */
export function put(url: string, value: unknown): Promise<HttpAnswer> {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return httpRequest(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
}

/** Status and message of one of OBP's errors. */
export function obpError({ status, body }: HttpAnswer): [status: number, message: string] {
  const { code, message } = JSON.parse(body) as { code: number; message: string };
  if (code !== status) throw new Error(`The body says ${code}, the status is ${status}.`);
  return [status, message];
}

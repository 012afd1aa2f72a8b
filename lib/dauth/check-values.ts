import { relativeTime } from '../jwt/times.ts';
import type { JsonObject } from '../jwt/types.ts';
import { addressCase, checksumAddress, isAddress } from './eip55.ts';
import type { DauthContext, DauthFinding } from './finding.ts';

/** Rules DA03 to DA06: what the claims' values look like. */
export function checkClaimValues({ claims, now }: DauthContext): readonly DauthFinding[] {
  return [
    ...checkAddress(claims, 'smart_contract_address'),
    ...checkAddress(claims, 'msg_sender'),
    ...texts(claims).flatMap(([name, value]) => checkHex(name, value)),
    ...checkTimestamp(claims, now),
  ];
}

function texts(claims: JsonObject): readonly (readonly [string, string])[] {
  return Object.entries(claims).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

/** DA03: an address of Ethereum, and its checksum when it has capitals and small letters (EIP-55). */
function checkAddress(claims: JsonObject, name: string): readonly DauthFinding[] {
  const value = claims[name];
  if (typeof value !== 'string' || value === '') return [];
  const at = `payload.${name}`;
  if (!isAddress(value)) {
    const digits = value.replace(/^0x/i, '');
    const foreign = /[^0-9a-f]/i.exec(digits)?.[0];
    const message =
      foreign === undefined
        ? `${name} has ${digits.length} digits${/^0x/.test(value) ? '' : ' and does not begin with 0x'}; an address of Ethereum is 0x and 40.`
        : `${name} has “${foreign}”, which is not a hexadecimal digit; an address of Ethereum is 0x and 40 of them.`;
    return [{ rule: 'DA03', severity: 'warning', message, remedy: 'Copy the address whole.', at }];
  }
  if (addressCase(value) !== 'wrong') return [];
  const message = `The letter case of ${name} does not match the EIP-55 checksum, so a digit may be wrong.`;
  return [
    {
      rule: 'DA03',
      severity: 'information',
      message,
      remedy: `If all digits are right, write ${checksumAddress(value)}.`,
      at,
    },
  ];
}

/** DA04 and DA05: what begins with 0x is whole bytes, and the x is small. */
function checkHex(name: string, value: string): readonly DauthFinding[] {
  const at = `payload.${name}`;
  const findings: DauthFinding[] = [];
  if (/^0x/i.test(value)) {
    const digits = value.slice(2);
    const fault = /[^0-9a-f]/i.test(digits)
      ? 'has characters that are not hexadecimal digits'
      : digits.length % 2 === 1
        ? `has ${digits.length} digits, which is not a whole number of bytes`
        : undefined;
    if (fault !== undefined) {
      const remedy = 'Copy the value whole, two digits for each byte.';
      findings.push({
        rule: 'DA04',
        severity: 'warning',
        message: `${name} begins with 0x but ${fault}.`,
        remedy,
        at,
      });
    }
  }
  if (value.startsWith('0X')) {
    const message = `${name} begins with 0X.`;
    findings.push({
      rule: 'DA05',
      severity: 'warning',
      message,
      remedy: 'Write 0x with a lower-case x.',
      at,
    });
  }
  return findings;
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** DA06: ISO 8601 in UTC. Its age is told, and that nobody looks at it. */
function checkTimestamp({ timestamp }: JsonObject, now: number): readonly DauthFinding[] {
  if (timestamp === undefined) return [];
  const at = 'payload.timestamp';
  const time =
    typeof timestamp === 'string' && TIMESTAMP.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(time)) {
    const message = 'timestamp is not ISO 8601 in UTC.';
    return [
      { rule: 'DA06', severity: 'warning', message, remedy: 'Write it like 2021-11-04T14:13:40Z.', at },
    ];
  }
  const message = `timestamp was ${relativeTime(time, now)}; the server does not look at it.`
    .replace('was in', 'lies in')
    .replace('was now', 'is now');
  return [
    { rule: 'DA06', severity: 'information', message, remedy: 'Do not rely on it to end the token.', at },
  ];
}

import type { Corpus } from '../support/corpus.ts';
import { withCalls } from '../support/flows.ts';
import { asked, dauthCall } from '../support/request-flows.ts';

export const corpus: Corpus = {
  rule: 'DA03',
  valid: [{ name: 'it has 40 digits', flow: withCalls(asked(), dauthCall()) }],
  invalid: [
    {
      name: 'it has 42',
      flow: withCalls(
        asked(),
        dauthCall({ smart_contract_address: '0xe123425E7734CE288F8367e1Bb143E90bb3F051224' }),
      ),
      findings: [
        {
          severity: 'warning',
          message: 'smart_contract_address has 42 digits; an address of Ethereum is 0x and 40.',
          at: { part: 'token', parameter: 'payload.smart_contract_address' },
        },
      ],
    },
    {
      name: 'its checksum is wrong',
      flow: withCalls(
        asked(),
        dauthCall({ smart_contract_address: '0xE123425e7734ce288f8367e1bb143e90bb3f0512' }),
      ),
      findings: [
        {
          severity: 'info',
          message:
            'The letter case of smart_contract_address does not match the EIP-55 checksum, so a digit may be wrong.',
          at: { part: 'token', parameter: 'payload.smart_contract_address' },
        },
      ],
    },
  ],
};

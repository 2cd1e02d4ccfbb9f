import { Flags } from '@oclif/core';
import type { Messages } from '@salesforce/core';
import { defined, Trouble } from '../../model/index.ts';
import { readingFormats, type ReadingFormat } from '../../output/formats.ts';
import type { SelftestRequest } from '../../look/selftest.ts';
import { related } from '../relations.ts';
import { requestsFlag } from '../requests.ts';
import { timeoutFlag } from '../timeout.ts';
import { apiVersionFlag } from '../api-version.ts';

export const selftestFlags = (words: Messages<string>) => {
  const flag = (name: string) => ({ summary: words.getMessage(`flags.${name}.summary`) });
  return {
    'target-org': Flags.string({ ...flag('target-org'), char: 'o' }),
    'api-version': apiVersionFlag(),
    details: Flags.boolean(flag('details')),
    'can-see': Flags.boolean(related(flag('can-see'), { notWith: ['permission-set'] })),
    'permission-set': Flags.boolean(related(flag('permission-set'), { notWith: ['target-org'] })),
    requests: requestsFlag({
      helpGroup: words.getMessage('flag-groups.org'),
      notWith: ['output-file', 'permission-set'],
    }),
    // A query of Salesforce may take two minutes. Source: limits sheet, section 3.
    timeout: timeoutFlag({ helpGroup: words.getMessage('flag-groups.org'), seconds: 150 }),
    'result-format': Flags.custom<ReadingFormat>({
      ...flag('result-format'),
      options: readingFormats,
      default: 'human',
    })(),
    'output-file': Flags.string(flag('output-file')),
  };
};

type Given = { readonly 'target-org'?: string | undefined; readonly 'api-version'?: string | undefined };

/** `configuredOrg`: the CLI's default org. Throws `Trouble` where no org is named. */
export const readSelftestRequest = (
  given: Given,
  configuredOrg: string | undefined,
): Omit<SelftestRequest, 'signal'> => {
  const targetOrg = given['target-org'] ?? configuredOrg;
  if (targetOrg === undefined) throw new Trouble('selftest-without-org');
  return { targetOrg, ...defined({ apiVersion: given['api-version'] }) };
};

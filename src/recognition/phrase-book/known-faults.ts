import { defined } from '../../model/index.ts';
import type { Phrase } from './phrase.ts';

/** A fault of one version of a client, which looks like a refusal. */
type Fault = {
  readonly id: string;
  readonly client: string;
  /** The version in which it was seen. */
  readonly seen: string;
  /** The release that cures it; absent where none is known. */
  readonly curedIn?: string;
  /** The newest version that did not have it; absent where none is known. */
  readonly wellIn?: string;
  readonly phrases: readonly string[];
  readonly source: string;
};

const faults: readonly Fault[] = [
  {
    id: 'cli_set_contents',
    client: 'Salesforce CLI',
    seen: '2.74.6',
    wellIn: '2.73.9',
    phrases: ["Cannot read properties of undefined (reading 'setContentsFromObject')"],
    source: 'https://github.com/forcedotcom/cli/issues/3201',
  },
  {
    id: 'cli_force_auth',
    client: 'sfdx CLI',
    seen: '7.83.0',
    curedIn: '7.84.2',
    phrases: ['force:auth:jwt:grant is not a sfdx command', 'force:auth:sfdxurl:store is not a sfdx command'],
    source: 'https://github.com/forcedotcom/cli/issues/801',
  },
  {
    id: 'mobile_activity',
    client: 'Mobile SDK for React Native',
    seen: '13.1.0',
    curedIn: '14.0',
    phrases: ['Activity disposed without response'],
    source: 'https://github.com/forcedotcom/SalesforceMobileSDK-ReactNative/issues/435',
  },
];

/** The faults as entries of the book. */
export const knownFaults: readonly Phrase[] = faults.map(({ id, client, seen, curedIn, wellIn, phrases, source }) => ({
  id: `fault.${id}`,
  phrases,
  channel: 'client',
  decides: 'cli-bug',
  evidence: 'observed',
  source,
  note: {
    id: curedIn === undefined ? 'fault.open' : 'fault.cured',
    values: {
      client,
      seen,
      ...defined({ curedIn, wellIn }),
    },
  },
}));

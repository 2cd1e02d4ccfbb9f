import { Flags } from '@oclif/core';
import { groupings } from '../../model/index.ts';
import type { Grouping } from '../../model/index.ts';
import { formats } from '../../output/formats.ts';
import type { Format } from '../../output/formats.ts';
import { targetOrgsFlag } from '../target-orgs.ts';
import { related } from '../relations.ts';
import { requestsFlag } from '../requests.ts';
import { timeoutFlag } from '../timeout.ts';
import { groupedBy, type Words } from '../worded.ts';
import { apiVersionFlag } from '../api-version.ts';

/** Flags whose summary does not say it all have a description too. */
const worded = groupedBy(
  new Set(['app', 'file', 'follow', 'result-format', 'since', 'spike', 'status', 'tally', 'threshold', 'zone']),
);

/** Where the rows come from: plain text, since a file needs no org, and the CLI's own flag would ask for one. */
export const sourceFlags = (words: Words) => {
  const flag = worded(words, 'rows');
  return {
    'target-org': targetOrgsFlag(words, words.getMessage('flag-groups.rows')),
    'api-version': apiVersionFlag(),
    file: Flags.string({ ...related(flag('file'), { notWith: ['target-org'] }), char: 'f' }),
    tally: Flags.string(related(flag('tally'), { notWith: ['target-org', 'file'] })),
    zone: Flags.string(related(flag('zone'), { needs: 'file' })),
    since: Flags.string(flag('since')),
    until: Flags.string(flag('until')),
    requests: requestsFlag({ helpGroup: words.getMessage('flag-groups.rows'), notWith: ['file', 'output-file'] }),
    // A query of Salesforce may take two minutes. Source: limits sheet, section 3.
    timeout: timeoutFlag({ helpGroup: words.getMessage('flag-groups.rows'), seconds: 150 }),
  };
};

/** Which rows count. */
export const filterFlags = (words: Words) => {
  const flag = worded(words, 'filter');
  return {
    username: Flags.string({ ...flag('username'), multiple: true }),
    app: Flags.string({ ...flag('app'), multiple: true }),
    'source-ip': Flags.string({ ...flag('source-ip'), multiple: true, delimiter: ',' }),
    'login-type': Flags.string({ ...flag('login-type'), multiple: true }),
    status: Flags.string({ ...flag('status'), multiple: true }),
    'group-by': Flags.custom<Grouping>({ ...flag('group-by'), options: groupings })(),
  };
};

/** What makes it end with 3, and following. */
export const alarmFlags = (words: Words) => {
  const flag = worded(words, 'alarm');
  return {
    threshold: Flags.integer({ ...flag('threshold'), min: 0 }),
    window: Flags.string(flag('window')),
    spike: Flags.string(flag('spike')),
    follow: Flags.boolean(related(flag('follow'), { notWith: ['file', 'tally', 'until', 'spike', 'output-file'] })),
    interval: Flags.string(related(flag('interval'), { needs: 'follow' })),
  };
};

/** What comes out. */
export const failuresOutputFlags = (words: Words) => {
  const flag = worded(words, 'output');
  return {
    'result-format': Flags.custom<Format>({
      ...flag('result-format'),
      options: formats,
      default: 'human',
    })(),
    'output-file': Flags.string(flag('output-file')),
    details: Flags.boolean(flag('details')),
    chart: Flags.boolean(flag('chart')),
    redact: Flags.boolean(flag('redact')),
  };
};

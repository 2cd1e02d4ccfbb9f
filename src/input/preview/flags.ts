import { Flags } from '@oclif/core';
import { formats, type Format } from '../../output/formats.ts';
import { previewThresholds, type PreviewThreshold } from '../../output/exit-codes.ts';
import { related } from '../relations.ts';
import { requestsFlag } from '../requests.ts';
import { timeoutFlag } from '../timeout.ts';
import { groupedBy, type Words } from '../worded.ts';
import { apiVersionFlag } from '../api-version.ts';

/** Flags whose summary does not say it all have a description too. */
const worded = groupedBy(new Set(['set', 'evidence', 'baseline', 'fail-on', 'since', 'at', 'result-format']));

/** What is changed. Named as `sf project deploy start` names it. */
export const changeFlags = (words: Words) => {
  const flag = worded(words, 'change');
  return {
    'source-dir': Flags.string({ ...flag('source-dir'), char: 'd', multiple: true }),
    manifest: Flags.string({ ...flag('manifest'), char: 'x' }),
    'metadata-dir': Flags.string(related(flag('metadata-dir'), { notWith: ['source-dir', 'manifest'] })),
    'pre-destructive-changes': Flags.string(related(flag('pre-destructive-changes'), { needs: 'manifest' })),
    'post-destructive-changes': Flags.string(related(flag('post-destructive-changes'), { needs: 'manifest' })),
    set: Flags.string({ ...flag('set'), multiple: true }),
    at: Flags.string(flag('at')),
  };
};

/** Whose logins are judged. */
export const loginsFlags = (words: Words) => {
  const flag = worded(words, 'logins');
  return {
    'target-org': Flags.string({ ...related(flag('target-org'), { notWith: ['evidence'] }), char: 'o' }),
    'api-version': apiVersionFlag(),
    evidence: Flags.string(flag('evidence')),
    'save-evidence': Flags.string(related(flag('save-evidence'), { notWith: ['evidence'] })),
    since: Flags.string(flag('since')),
    include: Flags.custom<'people' | 'tokens'>({ ...flag('include'), options: ['people', 'tokens'], multiple: true })(),
    requests: requestsFlag({
      helpGroup: words.getMessage('flag-groups.logins'),
      notWith: ['evidence', 'save-evidence', 'output-file'],
    }),
    // A query of Salesforce may take two minutes. Source: limits sheet, section 3.
    timeout: timeoutFlag({ helpGroup: words.getMessage('flag-groups.logins'), seconds: 150 }),
  };
};

/** What comes out. */
export const previewOutputFlags = (words: Words) => {
  const flag = worded(words, 'output');
  return {
    baseline: Flags.string(flag('baseline')),
    'fail-on': Flags.custom<PreviewThreshold>({
      ...flag('fail-on'),
      options: previewThresholds,
      default: 'unknown',
    })(),
    'result-format': Flags.custom<Format>({
      ...flag('result-format'),
      options: formats,
      default: 'human',
    })(),
    'output-file': Flags.string(flag('output-file')),
    details: Flags.boolean(flag('details')),
    redact: Flags.boolean(flag('redact')),
  };
};

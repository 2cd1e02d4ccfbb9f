import { Flags } from '@oclif/core';
import { flows } from '../model/index.ts';
import type { Flow } from '../model/index.ts';
import { formats } from '../output/formats.ts';
import type { Format } from '../output/formats.ts';
import { thresholds } from '../output/exit-codes.ts';
import type { Threshold } from '../output/exit-codes.ts';
import { clientSecretFlag } from './client-secret-flag.ts';
import { related } from './relations.ts';
import { requestsFlag } from './requests.ts';
import { timeoutFlag } from './timeout.ts';
import { wordedBy, type Words } from './worded.ts';
import { apiVersionFlag } from './api-version.ts';

/** Flags whose summary does not say it all have a description too. */
const worded = wordedBy(
  new Set([
    ...[
      'answer',
      'assertion-file',
      'at',
      'attempt',
      'baseline',
      'bundle',
      'client-secret-file',
      'compare',
      'error-file',
      'fail-on',
      'last',
      'evidence',
      'introspect',
    ],
    ...['no-save', 'result-format', 'token-file'],
  ]),
);

/**
 * Which login fails. `login` and `target-org` are plain text: the CLI's own org flags refuse a dead login,
 * and ask the org for its version before `--offline` could keep them from it.
 */
export const integrationFlags = (words: Words) => {
  const helpGroup = words.getMessage('flag-groups.integration');
  const flag = (name: string) => ({ ...worded(words, name), helpGroup });
  return {
    login: Flags.string(flag('login')),
    username: Flags.string(flag('username')),
    app: Flags.string(flag('app')),
    flow: Flags.custom<Flow>({ ...flag('flow'), options: flows })(),
    'login-url': Flags.string(flag('login-url')),
    'source-ip': Flags.string({ ...flag('source-ip'), multiple: true, delimiter: ',' }),
    'jwt-key-file': Flags.string(flag('jwt-key-file')),
    'client-secret-file': clientSecretFlag(flag('client-secret-file'), { needsOneOf: ['attempt', 'introspect'] }),
    'assertion-file': Flags.string(flag('assertion-file')),
    'token-file': Flags.string(flag('token-file')),
    introspect: Flags.boolean({
      ...related(flag('introspect'), {
        needs: ['token-file', 'client-secret-file'],
        notWith: ['offline', 'compare'],
      }),
      helpGroup: words.getMessage('flag-groups.permission'),
    }),
    'sfdx-url-file': Flags.string(flag('sfdx-url-file')),
    error: Flags.string({ ...related(flag('error'), { notWith: ['error-file'] }), char: 'e' }),
    'error-file': Flags.string(flag('error-file')),
    at: Flags.string(flag('at')),
    'login-history-id': Flags.string(
      related(flag('login-history-id'), {
        needs: 'target-org',
        notWith: ['login', 'username', 'app', 'at', 'evidence', 'last', 'all', 'pick', 'compare'],
      }),
    ),
  };
};

/** Where we look, and what we may do. */
export const lookingFlags = (words: Words) => {
  const helpGroup = words.getMessage('flag-groups.permission');
  const flag = (name: string) => ({ ...worded(words, name), helpGroup });
  return {
    'target-org': Flags.string({ ...worded(words, 'target-org'), char: 'o' }),
    'api-version': apiVersionFlag(),
    offline: Flags.boolean(related(flag('offline'), { notWith: ['attempt', 'target-org'] })),
    'no-probe': Flags.boolean(flag('no-probe')),
    attempt: Flags.boolean(flag('attempt')),
    requests: requestsFlag({ helpGroup, notWith: ['output-file'] }),
    timeout: timeoutFlag({ helpGroup, seconds: 60 }),
  };
};

/** How much of it comes out. */
export const screenFlags = (words: Words) => ({
  details: Flags.boolean({ ...worded(words, 'details'), helpGroup: words.getMessage('flag-groups.output') }),
});

/** What names a login, or tells of one. */
const subject = [
  ...['target-org', 'username', 'app', 'flow', 'login-url', 'source-ip', 'jwt-key-file', 'sfdx-url-file', 'login'],
  ...['client-secret-file', 'assertion-file', 'token-file', 'error', 'error-file', 'at'],
];

/** What was seen is judged as it is: nothing that would have to be looked at anew goes with it. */
const gathering = [...subject, 'offline', 'no-probe', 'attempt', 'introspect', 'requests', 'save-evidence'];

/** What was seen: kept, read again, handed on, removed. */
export const evidenceFlags = (words: Words) => {
  const helpGroup = words.getMessage('flag-groups.evidence');
  const flag = (name: string) => ({ ...worded(words, name), helpGroup });
  return {
    last: Flags.boolean(related(flag('last'), { notWith: ['evidence', ...gathering] })),
    evidence: Flags.string(related(flag('evidence'), { notWith: gathering })),
    'save-evidence': Flags.string(flag('save-evidence')),
    bundle: Flags.string(
      related(flag('bundle'), { notWith: ['all', 'requests', 'ask-admin', 'permission-set', 'why-not'] }),
    ),
    'no-save': Flags.boolean({ ...flag('no-save'), env: 'SF_AUTH_DOCTOR_NO_SAVE' }),
    all: Flags.boolean(related(flag('all'), { notWith: ['last', 'evidence', ...subject] })),
    pick: Flags.integer({ ...flag('pick'), min: 1, dependsOn: ['target-org'] }),
    forget: Flags.boolean(related(flag('forget'), { notWith: ['last'] })),
    'ask-admin': Flags.boolean(related(flag('ask-admin'), { notWith: ['permission-set'] })),
    'permission-set': Flags.boolean(flag('permission-set')),
    answer: Flags.string({
      ...related(flag('answer'), { notWith: ['target-org'] }),
      multiple: true,
      helpGroup: words.getMessage('flag-groups.integration'),
    }),
    'why-not': Flags.string({
      ...related(flag('why-not'), { notWith: ['ask-admin', 'permission-set'] }),
      helpValue: '<cause>',
    }),
  };
};

/** What is of one login at one host: nothing that could be held against another org. */
const ofOneOrg = [
  'login',
  'sfdx-url-file',
  'attempt',
  'offline',
  'save-evidence',
  'last',
  'evidence',
  'all',
  'pick',
  'bundle',
];

/** The same login in another org. */
export const compareFlags = (words: Words) => ({
  compare: Flags.string(
    related(worded(words, 'compare'), {
      needs: 'target-org',
      notWith: [...ofOneOrg, 'ask-admin', 'permission-set', 'why-not'],
    }),
  ),
  'compare-username': Flags.string(related(worded(words, 'compare-username'), { needs: 'compare' })),
});

/** What comes out. */
export const outputFlags = (words: Words) => {
  const helpGroup = words.getMessage('flag-groups.output');
  const flag = (name: string) => ({ ...worded(words, name), helpGroup });
  return {
    'fail-on': Flags.custom<Threshold>({ ...flag('fail-on'), options: thresholds, default: 'blocks' })(),
    baseline: Flags.string(flag('baseline')),
    'result-format': Flags.custom<Format>({ ...flag('result-format'), options: formats, default: 'human' })(),
    'output-file': Flags.string(flag('output-file')),
    redact: Flags.boolean(flag('redact')),
  };
};

import { Flags } from '@oclif/core';
import type { Messages } from '@salesforce/core';
import { defined, flows, Trouble, type Flow, type Integration } from '../model/index.ts';
import { readingFormats, type ReadingFormat } from '../output/formats.ts';
import { usualFormat } from '../output/runbook.ts';
import type { RunbookRequest } from '../look/runbook.ts';
import { apiVersionFlag } from './api-version.ts';
import { isConsumerKey } from './doctor/request.ts';
import { checkRules, type FlagRule } from './flag-rules.ts';
import { related } from './relations.ts';
import { requestsFlag } from './requests.ts';
import { chooseOrg } from './target-org.ts';
import type { LoginStore } from './stored-login.ts';
import { timeoutFlag } from './timeout.ts';

type Words = Messages<string>;

/** Which integration, where its org is, and how the page comes out. */
export const runbookFlags = (words: Words) => {
  const flag = (name: string) => ({ summary: words.getMessage(`flags.${name}.summary`) });
  return {
    'target-org': Flags.string({ ...flag('target-org'), char: 'o' }),
    'api-version': apiVersionFlag(),
    app: Flags.string(flag('app')),
    username: Flags.string(flag('username')),
    flow: Flags.custom<Flow>({ ...flag('flow'), options: flows })(),
    all: Flags.boolean(related(flag('all'), { notWith: ['app', 'username', 'flow'] })),
    requests: requestsFlag({ helpGroup: words.getMessage('flag-groups.looking'), notWith: ['output-file'] }),
    timeout: timeoutFlag({ helpGroup: words.getMessage('flag-groups.looking'), seconds: 300 }),
    'result-format': Flags.custom<ReadingFormat>({
      ...flag('result-format'),
      options: readingFormats,
      default: ({ flags }) => Promise.resolve(usualFormat(flags['output-file'])),
    })(),
    'output-file': Flags.string(flag('output-file')),
    details: Flags.boolean(flag('details')),
    redact: Flags.boolean(flag('redact')),
  };
};

/** The flags as they were parsed, before anything is checked. */
export type RunbookGiven = {
  readonly 'target-org'?: string | undefined;
  readonly 'api-version'?: string | undefined;
  readonly app?: string | undefined;
  readonly username?: string | undefined;
  readonly flow?: Flow | undefined;
  readonly all: boolean;
};

const somethingToWriteOf: FlagRule<RunbookGiven> = ({ all, app }) =>
  !all && app === undefined ? new Trouble('runbook-of-nothing') : undefined;

/** What ends within a year is told. */
const ahead = 366;

const integrationOf = ({ app, username, flow }: RunbookGiven): Integration => ({
  ...defined({ app, username, flow, consumerKey: app !== undefined && isConsumerKey(app) ? app : undefined }),
  sourceIps: [],
  client: { needs: [], certWarnDays: ahead },
});

/** Flags in, request out. Throws `Trouble` on the first thing that is wrong. */
export const readRunbookRequest = async (
  given: RunbookGiven,
  { store, configuredOrg }: { readonly store: LoginStore; readonly configuredOrg: string | undefined },
): Promise<RunbookRequest> => {
  checkRules(given, [somethingToWriteOf]);
  const looking = { offline: false, 'no-probe': true, attempt: false };
  const named = { ...looking, ...defined({ 'target-org': given['target-org'] ?? configuredOrg }) };
  const org = await chooseOrg(named, undefined, undefined, store);
  if (org === undefined) throw new Trouble('runbook-without-org');
  const integration = integrationOf(given);
  return {
    all: given.all,
    client: { needs: [], certWarnDays: ahead },
    request: {
      integration,
      targetOrg: org.name,
      orgAsked: true,
      ...defined({ apiVersion: given['api-version'] }),
      offline: false,
      probe: false,
      attempt: false,
    },
  };
};

import { Flags } from '@salesforce/sf-plugins-core';
import type { Messages } from '@salesforce/core';
import { clientSends, needNames } from '../../gates/index.ts';
import type { ClientSends, Combination, Need } from '../../gates/index.ts';
import { flows } from '../../model/index.ts';
import type { Flow } from '../../model/index.ts';

type Words = Messages<string>;

/** Flags whose summary does not say it all. */
const described: ReadonlySet<string> = new Set(['all', 'ip-ranges-file', 'needs', 'source-ip', 'stable', 'wait']);

const worded = (words: Words, group: string) => {
  const helpGroup = words.getMessage(`flag-groups.${group}`);
  return (flag: string) => ({
    summary: words.getMessage(`flags.${flag}.summary`),
    ...(described.has(flag) ? { description: words.getMessage(`flags.${flag}.description`) } : {}),
    helpGroup,
  });
};

/** Who is to log in, by which app, and from where. Plain text, as in `sf auth doctor`. */
export const loginFlags = (words: Words) => {
  const flag = worded(words, 'integration');
  return {
    app: Flags.string(flag('app')),
    username: Flags.string(flag('username')),
    flow: Flags.custom<Flow>({ ...flag('flow'), options: flows })(),
    'login-url': Flags.string(flag('login-url')),
    'source-ip': Flags.string({ ...flag('source-ip'), multiple: true, delimiter: ',' }),
    'ip-ranges-file': Flags.string(flag('ip-ranges-file')),
    region: Flags.string({ ...flag('region'), multiple: true, delimiter: ',', dependsOn: ['ip-ranges-file'] }),
    service: Flags.string({ ...flag('service'), multiple: true, delimiter: ',', dependsOn: ['ip-ranges-file'] }),
    'jwt-key-file': Flags.string(flag('jwt-key-file')),
    login: Flags.string(flag('login')),
  };
};

/** What the integration wants of the app. */
export const wantedFlags = (words: Words) => {
  const flag = worded(words, 'wanted');
  return {
    needs: Flags.custom<Need | Combination>({ ...flag('needs'), options: needNames, multiple: true, delimiter: ',' })(),
    'callback-url': Flags.string(flag('callback-url')),
    'client-sends': Flags.custom<ClientSends>({
      ...flag('client-sends'),
      options: clientSends,
      multiple: true,
      delimiter: ',',
    })(),
    'cert-warn-days': Flags.integer({ ...flag('cert-warn-days'), default: 30, min: 0 }),
    all: Flags.boolean(flag('all')),
  };
};

/** How long to wait until the login host knows the app. */
export const waitFlags = (words: Words) => {
  const flag = worded(words, 'waiting');
  return {
    wait: Flags.integer({ ...flag('wait'), char: 'w', min: 1 }),
    stable: Flags.integer({ ...flag('stable'), min: 1, dependsOn: ['wait'] }),
    'max-tries': Flags.integer({ ...flag('max-tries'), min: 1, dependsOn: ['wait'] }),
  };
};

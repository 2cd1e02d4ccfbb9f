import { Flags } from '@oclif/core';
import { clientSends, needNames } from '../../model/index.ts';
import type { ClientSends, Combination, Need } from '../../model/index.ts';
import { flows } from '../../model/index.ts';
import type { Flow } from '../../model/index.ts';
import { clientSecretFlag } from '../client-secret-flag.ts';
import { related } from '../relations.ts';
import { groupedBy, type Words } from '../worded.ts';

/** Flags whose summary does not say it all have a description too. */
const worded = groupedBy(
  new Set(['all', 'client-secret-file', 'ip-ranges-file', 'needs', 'source-ip', 'stable', 'wait']),
);

/** Who is to log in, by which app, and from where. Plain text, as in `sf auth doctor`. */
export const loginFlags = (words: Words) => {
  const flag = worded(words, 'integration');
  const ofRanges = (name: string) => related(flag(name), { needs: 'ip-ranges-file' });
  return {
    app: Flags.string(flag('app')),
    username: Flags.string(flag('username')),
    flow: Flags.custom<Flow>({ ...flag('flow'), options: flows })(),
    'login-url': Flags.string(flag('login-url')),
    'source-ip': Flags.string({ ...flag('source-ip'), multiple: true, delimiter: ',' }),
    'ip-ranges-file': Flags.string(flag('ip-ranges-file')),
    region: Flags.string({ ...ofRanges('region'), multiple: true, delimiter: ',' }),
    service: Flags.string({ ...ofRanges('service'), multiple: true, delimiter: ',' }),
    'jwt-key-file': Flags.string(flag('jwt-key-file')),
    'client-secret-file': clientSecretFlag(flag('client-secret-file'), { notWith: ['wait'] }),
    login: Flags.string(flag('login')),
  };
};

/** What says nothing where every app is looked at by itself. */
const aboutOneApp = [
  ...['app', 'username', 'flow', 'login', 'jwt-key-file', 'login-url', 'source-ip', 'ip-ranges-file', 'wait'],
  ...['offline', 'attempt', 'client-secret-file'],
];

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
    all: Flags.boolean(related(flag('all'), { notWith: aboutOneApp })),
  };
};

/** How long to wait until the login host knows the app. */
export const waitFlags = (words: Words) => {
  const flag = worded(words, 'waiting');
  return {
    wait: Flags.integer({ ...related(flag('wait'), { notWith: ['offline'] }), char: 'w', min: 1 }),
    stable: Flags.integer({ ...related(flag('stable'), { needs: 'wait' }), min: 1 }),
    'max-tries': Flags.integer({ ...related(flag('max-tries'), { needs: 'wait' }), min: 1 }),
  };
};

import { freezeUser, unfreezeUser } from '../../state/admin.ts';
import { createApp, createGrant } from '../../state/apps.ts';
import { createUser } from '../../state/people.ts';
import { addLoginRow } from '../../state/rows.ts';
import type { App, User } from '../../state/types.ts';
import type { Setting } from '../scenario.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How crowded it is: apps, people, and rows of failures in the month before now. */
export const crowdSizes = { apps: 300, users: 5000, failures: 3000 } as const;

/** Round whom it stands. */
type Centre = Pick<Setting, 'org' | 'user' | 'profile' | 'app' | 'admin' | 'clock'>;

/** Names are as long as Salesforce lets them be. */
const longest = 80;

const surnames = [
  "O'Connor",
  'Müller-Lüdenscheidt',
  'Żółć',
  'Иванова',
  '山田',
  'حسن',
  'Integration',
  'x'.repeat(longest),
];

const hosts = ['acme.com', 'acme.com.uat', 'acme.com.dev', 'acme.com.full'];

/** Usernames that are nearly the integration's, or nothing like it. */
const usernameOf = (at: number, own: string): string => {
  const [name = ''] = own.split('@');
  const forms = [
    `${name}.${at}`,
    `${name.replaceAll('.', '-')}-${at}`,
    `${name}${at}`,
    `o'connor.${at}`,
    `p${at}`.padEnd(longest - 'acme.com.full'.length - 1, 'x'),
  ];
  return `${forms[at % forms.length] ?? ''}@${hosts[at % hosts.length] ?? ''}`;
};

const people = ({ org, user, profile }: Centre): readonly User[] =>
  Array.from({ length: crowdSizes.users }, (_none, at) =>
    createUser(org, {
      username: usernameOf(at, user.username),
      firstName: at % 3 === 0 ? user.firstName : 'Anaïs',
      lastName: surnames[at % surnames.length] ?? '',
      profileId: profile.id,
      isActive: at % 10 !== 0,
    }),
  );

/** A third twins of one name and two kinds, the rest names that differ by a number or a word from the integration's app. */
const apps = ({ org, app }: Centre): readonly App[] => {
  const pairs = crowdSizes.apps / 3;
  return Array.from({ length: pairs }, (_none, at) => {
    const name = `Connector ${at}`;
    const near = at % 4 === 0 ? `${app.name} (UAT ${at})` : `${app.name} ${at + 2}`;
    return [
      createApp(org, { name }),
      createApp(org, { name, kind: 'external-client-app', developerName: `Connector_${at}_eca` }),
      createApp(org, { name: near, kind: at % 2 === 0 ? 'connected-app' : 'external-client-app' }),
    ];
  }).flat();
};

/** The same user comes with tokens of four other apps, every six hours, and goes on doing so. */
const otherIntegrations = ({ org, user, clock }: Centre, others: readonly App[]): void => {
  for (const other of others.slice(0, 4)) {
    createGrant(org, { userId: user.id, appId: other.id, createdAt: clock.now() - 90 * day });
    for (let back = 30 * 4; back > 0; back -= 1)
      addLoginRow(org, {
        at: clock.now() - back * 6 * hour + 5 * minute,
        userId: user.id,
        status: 'Success',
        loginSubType: 'OauthRefreshToken',
        application: other.name,
      });
  }
};

const statuses = [
  'Invalid Password',
  'User is Inactive',
  'Restricted IP',
  'User Is Frozen',
  'Password Lockout',
  'Failed: Not approved for access',
  'Multi-factor required',
  'Failed: Invalid Access Token',
];

const failures = ({ org, clock }: Centre, users: readonly User[], others: readonly App[]): void => {
  const step = (30 * day) / crowdSizes.failures;
  for (let at = 0; at < crowdSizes.failures; at += 1) {
    const userId = users[(at * 7) % users.length]?.id;
    if (userId === undefined) continue;
    addLoginRow(org, {
      at: Math.round(clock.now() - at * step),
      userId,
      status: statuses[at % statuses.length] ?? '',
      application: others[at % others.length]?.name ?? 'N/A',
      sourceIp: `198.51.100.${at % 250}`,
    });
  }
};

/** Admins freeze and let go people of like names, until a minute ago. */
const changes = ({ org, admin, clock }: Centre, users: readonly User[]): void => {
  for (const [at, user] of users.slice(0, 60).entries()) {
    const act = { org, byUserId: admin.id, at: clock.now() - minute - at * 12 * hour };
    freezeUser(act, user);
    if (at % 2 === 0) unfreezeUser(act, user);
  }
};

/** Puts a grown org round a story that was played: near names, twins, and a month of what goes wrong for others. */
export const crowd = (centre: Centre): void => {
  const [users, others] = [people(centre), apps(centre)];
  otherIntegrations(centre, others);
  failures(centre, users, others);
  changes(centre, users);
};

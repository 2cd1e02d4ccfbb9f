import {
  changeIpRelaxation,
  changeMaxLoginAttempts,
  changePassword,
  freezeUser,
  unfreezeUser,
} from '../../state/admin.ts';
import { createApp } from '../../state/apps.ts';
import { createUser } from '../../state/people.ts';
import { addLoginRow } from '../../state/rows.ts';
import type { LoginRow } from '../../state/types.ts';
import type { Stage } from '../scenario.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What else an org sees at the same time: put round a story that was played, and taken away again. */
export type Around = { readonly id: string; readonly put: (stage: Stage) => void };

const failing = ({ org, user }: Stage): LoginRow | undefined => {
  const last = org.loginRows.findLast(({ userId }) => userId === user.id);
  return last?.status === 'Success' ? undefined : last;
};

/** The failing login, again and again in the last hour. */
const retries = (stage: Stage): void => {
  const row = failing(stage);
  if (row === undefined) return;
  for (let one = 1; one <= 1000; one += 1) addLoginRow(stage.org, { ...row, at: row.at - one * 3000 });
};

const goesWell = (stage: Stage, more: Partial<LoginRow>): void => {
  for (let back = 6; back >= 0; back -= 1)
    addLoginRow(stage.org, { at: stage.clock.now() - back * hour, userId: stage.user.id, status: 'Success', ...more });
};

/** Another app of the same user, that goes well. */
const sibling = (stage: Stage): void => goesWell(stage, { application: 'Billing Bridge' });

/** Another flow of the same app, that goes well. */
const otherFlow = (stage: Stage): void => {
  const isWeb = stage.client.flow === 'web' || stage.client.flow === 'refresh-token';
  goesWell(stage, {
    application: stage.app.name,
    loginSubType: isWeb ? 'OauthClientCredentials' : 'OauthWebServer',
  });
};

/** Other people who fail for reasons of their own. */
const crowd = (stage: Stage): void => {
  const { org, profile, clock } = stage;
  const statuses = ['Invalid Password', 'Restricted IP', 'User Is Frozen', 'Password Lockout'];
  for (let one = 0; one < 20; one += 1) {
    const other = createUser(org, { username: `other.${one}@acme.com`, profileId: profile.id });
    for (let back = 0; back < 10; back += 1)
      addLoginRow(org, { at: clock.now() - back * minute, userId: other.id, status: statuses[one % 4]! });
  }
};

/** Somebody types wrong passwords of the same user at the login page, now. */
const atLoginPage = ({ org, user, clock }: Stage): void => {
  for (let back = 3; back >= 0; back -= 1)
    addLoginRow(org, {
      ...{ at: clock.now() - back * minute, userId: user.id, status: 'Invalid Password' },
      ...{ loginType: 'Application', application: 'Browser', browser: 'Chrome 142', platform: 'Windows 11' },
    });
};

/** What admins do meanwhile about users and apps whose names are close to those of the integration. */
const otherChanges = ({ org, user, app, profile, clock, admin }: Stage): void => {
  const namesake = createUser(org, {
    ...{ username: `${user.username}.uat`, firstName: user.firstName, lastName: `${user.lastName}-Test` },
    profileId: profile.id,
  });
  const legacy = createApp(org, { name: `${app.name} Legacy` });
  const act = { org, byUserId: admin.id, at: clock.now() - minute };
  freezeUser(act, namesake);
  unfreezeUser(act, namesake);
  changePassword(act, namesake, 'new-password', 'new-token');
  changeIpRelaxation(act, legacy, 'BYPASS');
  changeMaxLoginAttempts(act, org.settings.maxLoginAttempts);
};

export const around: readonly Around[] = [
  { id: 'as it is', put: () => undefined },
  { id: '1000 retries', put: retries },
  { id: 'sibling well', put: sibling },
  { id: 'other flow well', put: otherFlow },
  { id: 'crowd', put: crowd },
  { id: 'somebody at the login page', put: atLoginPage },
  { id: 'changes about others', put: otherChanges },
];

/** Puts it round the story while `use` runs. */
export const withAround = async <T>(stage: Stage, { put }: Around, use: () => Promise<T>): Promise<T> => {
  const { org } = stage;
  const { loginRows, users, apps, auditRows } = org;
  org.loginRows = [...loginRows];
  org.users = [...users];
  org.apps = [...apps];
  org.auditRows = [...auditRows];
  try {
    put(stage);
    org.loginRows.sort((a, b) => a.at - b.at);
    return await use();
  } finally {
    Object.assign(org, { loginRows, users, apps, auditRows });
  }
};

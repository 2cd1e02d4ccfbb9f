import type { Diagnosis, Finding, NearUser } from '../../model/index.ts';
import { listed } from '../say.ts';
import { loginLine } from './ask-admin.ts';
import type { Brief } from './brief.ts';
import { deedOf } from './course.ts';
import type { Group } from './fit.ts';
import { copied, part, plain, sentence } from './part.ts';
import type { Line, Part } from './part.ts';
import { verdict } from './verdict.ts';
import { at } from './when.ts';

/** The org that was looked into has no such user. */
export const isNobody = ({ absent, targetOrg }: Diagnosis): boolean =>
  absent.includes('user') && targetOrg !== undefined;

const described = ({ username, isActive, lastLoginAt }: NearUser, { say, reader }: Brief): string => {
  const state = say(isActive ? 'near.active' : 'near.inactive');
  return lastLoginAt === undefined
    ? say('near.user', { username, state })
    : say('near.user.seen', { username, state, at: at(lastLoginAt, reader) });
};

/** Who is called nearly so; that nobody is goes without saying where it is known what became of the name. */
const nearestUsers = ({ near }: Diagnosis, deed: string | undefined, brief: Brief): readonly Line[] => {
  const users = near?.users ?? [];
  if (users.length > 0)
    return plain(brief.say('near.users', { users: listed(users.map((user) => described(user, brief))) }), brief.width);
  return deed === undefined ? plain(brief.say('near.no-user'), brief.width) : [];
};

/** An app that the org does not have, and what is called nearly so: said first of all. */
export const misnamedApp = (diagnosis: Diagnosis, { say, width }: Brief): readonly Part[] => {
  const { near, integration } = diagnosis;
  const { app } = integration;
  if (app === undefined || near === undefined || near.apps.length === 0) return [];
  const apps = listed(near.apps.map((name) => `"${name}"`));
  return part(0, plain(say(isNobody(diagnosis) ? 'near.app.either' : 'near.app', { app, apps }), width));
};

/** The same call with the nearest names. */
const renamed = (diagnosis: Diagnosis): string | undefined => {
  const { targetOrg, integration, near } = diagnosis;
  const username = near?.users[0]?.username;
  if (targetOrg === undefined || username === undefined) return undefined;
  const app = near?.apps[0] ?? integration.app;
  return loginLine(targetOrg.username, {
    ...diagnosis,
    integration: { ...integration, username, ...(app === undefined ? {} : { app }) },
  });
};

/** Mistyped here, written so there, or another org: who then does what. */
const whichOfThree = (diagnosis: Diagnosis, brief: Brief): Group => {
  const { say, also, width } = brief;
  const again = renamed(diagnosis);
  const host = new URL(diagnosis.targetOrg?.instanceUrl ?? '').host;
  return [
    ...(again === undefined
      ? []
      : [...part(0, sentence(say('label.do'), say('near.mistyped'), width)), ...part(0, copied(again))]),
    ...part(0, sentence(say(again === undefined ? 'label.do' : 'label.or'), say('near.written-so'), width)),
    ...part(0, sentence(say('label.who'), `${also('actor.integration-owner')}.`, width)),
    ...part(0, sentence(say('label.or'), say('near.other-org', { host }), width)),
  ];
};

/** Nobody is called so in this org: who did it, who may be meant, and what to do. `cause`: it is what fails the login. */
export const nobody = (diagnosis: Diagnosis, cause: Finding | undefined, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const title = cause?.title;
  const deed = cause && deedOf(cause, diagnosis, brief);
  const text = say('near.nobody', { username: diagnosis.integration.username ?? '' });
  const line = title === undefined ? text : `${title}.`;
  const said =
    title === undefined
      ? ({ mark: '?', tone: 'unsure' } as const)
      : ({ mark: '✖', tone: 'bad', note: say('note.confirmed') } as const);
  return [
    [
      ...part(0, verdict({ ...said, text: line }, width)),
      ...(title === undefined ? [] : part(0, plain(text, width))),
      ...(deed === undefined ? [] : part(0, plain(deed, width))),
      ...part(0, nearestUsers(diagnosis, deed, brief)),
      ...misnamedApp(diagnosis, brief),
    ],
    whichOfThree(diagnosis, brief),
  ];
};

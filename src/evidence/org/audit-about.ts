import { sameId, shortId } from '../../model/index.ts';
import escapeStringRegexp from 'escape-string-regexp';
import { secondMs } from '../../model/index.ts';
import type { Change } from '../../model/index.ts';
import { subjectOf, type Subject } from './audit-actions.ts';

/** Whom and what a change must name to bear on this login. */
export type Cast = {
  /** Undefined: nobody asked about a user. `name` and `id` are missing where the user could not be seen. */
  readonly user: { readonly username: string; readonly name?: string; readonly id?: string } | undefined;
  /** Undefined: nobody asked about an app. `id` is missing where the org does not list it. */
  readonly app: { readonly name: string; readonly id?: string; readonly changedAt?: string } | undefined;
  readonly profileName: string | undefined;
  /** Labels of the user's permission sets and groups; undefined: they could not be seen. */
  readonly permissionSets: readonly string[] | undefined;
};

type About = Change['about'];
type Entry = {
  readonly action: string;
  readonly section: string | undefined;
  readonly display: string;
  /** UTC, ISO 8601. */
  readonly at?: string | undefined;
};

/** Words of the trail's own sentences that begin with a capital and may stand beside a name. */
const own = String.raw`(?:App|Apps|Application|User|Profile|Set|Group|IP|Ip|OAuth|Permitted|Callback|Refresh|Require|PKCE|Session)`;

/** The verb that opens a sentence of the trail: `Froze`, `Reset`, `Installed`. */
const verb = String.raw`^(?:Froze|Unfroze|Set|Reset|\p{Lu}\p{L}*ed)`;

/** What a word is made of, in any script. */
const letter = String.raw`[\p{L}\p{M}\p{N}_]`;

/** A sign inside a name: `svc-billing@acme.com` is not named by `svc-billing@acme.com.uat`, nor `Service` by `Service-Prod`. */
const joint = String.raw`[-.&@+'’]`;
const wordBefore = new RegExp(String.raw`${letter}${joint}?$`, 'u');
const wordAfter = new RegExp(String.raw`^${joint}?${letter}`, 'u');

/** A word that belongs to a longer name: of `Marketing Sync`, `Sync` is not the whole. */
const nameBegins = String.raw`[\p{Lu}\p{Lt}\p{Lo}\p{N}]`;
const nameBefore = new RegExp(String.raw`(?<!${letter})${nameBegins}[^\s:;,()"]*\s$`, 'u');
const nameAfter = new RegExp(String.raw`^\s${nameBegins}`, 'u');
const ownBefore = new RegExp(String.raw`(?:${verb}|(?<!${letter})${own})\s$`, 'u');
const ownAfter = new RegExp(String.raw`^\s${own}(?!${letter})`, 'u');

/** What stands around a name in a text. */
type Place = { readonly before: string; readonly after: string };

const isWord = ({ before, after }: Place): boolean => !wordBefore.test(before) && !wordAfter.test(after);

const standsAlone = ({ before, after }: Place): boolean =>
  (!nameBefore.test(before) || ownBefore.test(before)) && (!nameAfter.test(after) || ownAfter.test(after));

/** Where the text holds it as a word of its own, without regard to case. */
const placesIn = (display: string, name: string | undefined): readonly Place[] => {
  const needle = name?.trim() ?? '';
  if (needle === '') return [];
  return [...display.matchAll(new RegExp(escapeStringRegexp(needle), 'giu'))]
    .map(({ index, 0: { length } }) => ({ before: display.slice(0, index), after: display.slice(index + length) }))
    .filter(isWord);
};

/** The text holds an id or a username. */
const holds = (display: string, needle: string | undefined): boolean => placesIn(display, needle).length > 0;

/** The text names it by its whole name, not by a part of another's. */
const names = (display: string, needle: string | undefined): boolean => placesIn(display, needle).some(standsAlone);

const userIdIn = (display: string): string | undefined => /\[(005[0-9A-Za-z]{12})/u.exec(display)?.[1];

/** An id in the text decides; a name alone may be that of a namesake, and there is no telling. */
const namesUser = (display: string, user: Cast['user']): boolean => {
  if (user === undefined) return false;
  const id = userIdIn(display);
  if (id !== undefined && user.id !== undefined) return sameId(id, user.id);
  return holds(display, user.username) || names(display, user.name) || holds(display, user.id && shortId(user.id));
};

const namesApp = (display: string, app: Cast['app']): boolean =>
  app !== undefined &&
  (names(display, app.name) || [app.id, app.id && shortId(app.id)].some((id) => holds(display, id)));

/** Sections in which changes that we have no code for may bear on a login. */
const loginSections =
  /connected app|external client|oauth|login|session|password|certificate|identity|my domain|network access|security|remote access/iu;

const aboutUser = ({ display }: Entry, { user }: Cast): About | undefined => {
  if (namesUser(display, user)) return 'user';
  return user !== undefined && user.id === undefined && userIdIn(display) === undefined ? 'other' : undefined;
};

const aboutApp = ({ display }: Entry, { app }: Cast): About | undefined => {
  if (namesApp(display, app)) return 'app';
  return app?.id === undefined ? 'other' : undefined;
};

/** The entry and the record that it tells of are written one after the other. */
const sameMomentMs = 5 * secondMs;

/** An entry that names no app is about the app that was last changed at that very moment. */
const aboutAnyApp = (entry: Entry, cast: Cast): About => {
  const [at, changed] = [entry.at, cast.app?.changedAt].map((time) => Date.parse(time ?? ''));
  return (
    aboutApp(entry, cast) ?? (Math.abs((at ?? Number.NaN) - (changed ?? Number.NaN)) <= sameMomentMs ? 'app' : 'other')
  );
};

const aboutProfile = ({ display }: Entry, { profileName, user }: Cast): About | undefined => {
  if (names(display, profileName)) return 'profile';
  return profileName === undefined && user !== undefined ? 'other' : undefined;
};

const aboutUnknown = (entry: Entry, cast: Cast): About | undefined => {
  if (namesUser(entry.display, cast.user)) return 'user';
  if (namesApp(entry.display, cast.app)) return 'app';
  if (names(entry.display, cast.profileName)) return 'profile';
  return loginSections.test(entry.section ?? '') ? 'other' : undefined;
};

/** What was deleted is none of the user's any more: which ones were, nobody tells. */
const deletions = ['permsetdelete', 'permissionsetgroupdelete'];

const aboutPermissionSet = ({ action, display }: Entry, { permissionSets }: Cast): About | undefined => {
  if (permissionSets === undefined || deletions.includes(action.toLowerCase())) return 'other';
  return permissionSets.some((label) => names(display, label)) ? 'permission-set' : undefined;
};

const rules: Readonly<Record<Subject, (entry: Entry, cast: Cast) => About | undefined>> = {
  user: aboutUser,
  app: aboutApp,
  'any-app': aboutAnyApp,
  profile: aboutProfile,
  'any-profile': (entry, cast) => aboutProfile(entry, cast) ?? 'other',
  'permission-set': aboutPermissionSet,
  org: () => 'org',
  'any-certificate': () => 'other',
  nothing: () => undefined,
};

/** What the entry is about; undefined: it does not bear on this login. */
export const aboutOf = (entry: Entry, cast: Cast): About | undefined => {
  const subject = subjectOf(entry.action);
  return subject === undefined ? aboutUnknown(entry, cast) : rules[subject](entry, cast);
};

import { chunks } from '../chunks.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import { globalOauthNames } from './app-metadata.ts';
import { belongsTo, oauthConfigOf, type ListedApp } from './listed-app.ts';
import { components, sameText, text, type Row } from './rows.ts';
import { readMetadata } from './soql.ts';

/** `readMetadata` takes ten names. */
const namesPerCall = 10;

/** At most so many calls side by side, a type; apps beyond that stay uncompared. */
const callsPerType = 10;

const calls = (names: readonly string[]): ReadonlyArray<readonly string[]> =>
  chunks(names, namesPerCall).slice(0, callsPerType);

const ofKind = (apps: readonly ListedApp[], kind: ListedApp['kind']): readonly ListedApp[] =>
  apps.filter((app) => app.kind === kind);

/** Built-in apps have plain names as keys; a key set by metadata has 8 to 256 characters, none of them a blank. */
export const canBeKey = (given: string): boolean => /^\S{8,256}$/u.test(given);

/** Reads the metadata of every listed app: only there stands the consumer key. */
export const keyScan = (apps: readonly ListedApp[]): readonly OrgRequest[] => {
  const names = ofKind(apps, 'connected-app').flatMap(({ developerName, internal }) =>
    developerName === undefined || internal === true ? [] : [developerName],
  );
  const globals = ofKind(apps, 'external-client-app').flatMap((app) => globalOauthNames(app));
  return [
    ...calls(names).map((chunk) => readMetadata('ConnectedApp', chunk)),
    ...calls(globals).map((chunk) => readMetadata('ExtlClntAppGlobalOauthSettings', chunk)),
  ];
};

const isOf = (component: Row, app: ListedApp): boolean =>
  app.kind === 'connected-app' ? sameText(text(component.fullName), app.developerName) : belongsTo(component, app);

export type KeyScan = {
  readonly match: ListedApp | undefined;
  /** Apps whose key could not be read: installed ones, ones of Salesforce, ones whose metadata this session may not read. */
  readonly uncompared: readonly ListedApp[];
};

export const readKeyScan = (apps: readonly ListedApp[], answers: readonly OrgAnswer[], key: string): KeyScan => {
  const found = answers.flatMap((answer) => components(answer));
  const keyOf = (component: Row): string | undefined =>
    text(oauthConfigOf(component)?.consumerKey) ?? text(component.consumerKey);
  const compared = (app: ListedApp): readonly Row[] => found.filter((component) => isOf(component, app));
  return {
    match: apps.find((app) => compared(app).some((component) => sameText(keyOf(component), key))),
    uncompared: apps.filter((app) => compared(app).length === 0 && app.internal !== true),
  };
};

import { defined, sameId, shortId } from '../../model/index.ts';
import type { App } from '../../model/index.ts';
import type { OrgAnswer } from '../org-wire.ts';
import { menuIn } from './menu-items.ts';
import { oneRow, records, rowOf, sameText, text, time, truth, type OneRow, type Row } from './rows.ts';
import { lastChange } from './who.ts';

/** An app as the org's own lists show it. */
export type ListedApp = Pick<
  App,
  'kind' | 'id' | 'name' | 'developerName' | 'permittedUsers' | 'createdAt' | 'changedAt' | 'changedBy' | 'distribution'
> & {
  /** Connected app: whether it asks anything of the session. */
  readonly sessionPolicy?: boolean;
  /** An app of Salesforce's own. */
  readonly internal?: boolean;
};

const connectedApp = (row: Row, developerName: string | undefined): ListedApp => {
  const adminApproved = truth(row.OptionsAllowAdminApprovedUsersOnly);
  return {
    kind: 'connected-app',
    id: text(row.Id) ?? '',
    name: text(row.Name) ?? '',
    ...(adminApproved === undefined ? {} : { permittedUsers: adminApproved ? 'admin-approved' : 'self-authorized' }),
    ...defined({
      developerName,
      createdAt: time(row.CreatedDate),
      ...lastChange(row),
      sessionPolicy: truth(row.OptionsHasSessionLevelPolicy),
      internal: truth(row.OptionsIsInternal),
    }),
  };
};

/** ConnectedApplication tells no developer name but in the Tooling API, for internal use only; the name of its menu item is the same. */
export const connectedApps = (rows: readonly Row[], menu: OrgAnswer): readonly ListedApp[] => {
  const names = new Map(menuIn(menu).map(({ appId, name }) => [shortId(appId), name]));
  return rows.map((row) => connectedApp(row, names.get(shortId(text(row.Id) ?? ''))));
};

export const externalClientApp = (row: Row): ListedApp => ({
  kind: 'external-client-app',
  id: text(row.Id) ?? '',
  name: text(row.MasterLabel) ?? text(row.DeveloperName) ?? '',
  ...defined({
    developerName: text(row.DeveloperName),
    createdAt: time(row.CreatedDate),
    ...lastChange(row),
    distribution: text(row.DistributionState),
  }),
});

/** 15 or 18 characters, of a connected app or an external client app. */
const isAppId = (given: string): boolean => /^(?:0H4|0xI)[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/u.test(given);

/** Apps that are called so: by id, name (label) or developer name. */
export const called = (apps: readonly ListedApp[], given: string): readonly ListedApp[] =>
  apps.filter(
    ({ id, name, developerName }) =>
      (isAppId(given) && sameId(id, given)) || sameText(name, given) || sameText(developerName, given),
  );

/** The row of an external client app, alone or among those of all apps: then it says whose it is. */
export const ownRow = (answer: OrgAnswer, { id }: Pick<ListedApp, 'id'>): OneRow =>
  oneRow(answer, (rows) =>
    records(rows).find(({ ExternalClientApplicationId: of }) => of === undefined || sameId(text(of) ?? '', id)),
  );

/** One component of `readMetadata` belongs to the external client app whose name stands in it, whatever it is called itself. */
export const belongsTo = (component: Row, app: ListedApp): boolean =>
  sameText(text(component.externalClientApplication), app.developerName);

export const oauthConfigOf = (component: Row | undefined): Row | undefined => rowOf(component?.oauthConfig);

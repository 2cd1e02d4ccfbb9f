import type { Integration, LoginRow } from '../../model/index.ts';
import { canBeOf } from './flow-of-row.ts';

/**
 * Whether a row is of the integration's app. Its name in `Application` is the only link from a row to an app. Where the org
 * told that name (its label), only rows that show it count. A person may have given a key, an id or a developer name, which
 * no row shows: then any app counts. login() goes through no app.
 */
const ofApp = (rows: readonly LoginRow[], integration: Integration | undefined): ((row: LoginRow) => boolean) => {
  const given = [integration?.app, integration?.appLabel].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
  const isSure = integration?.appLabel !== undefined && integration.flow !== 'soap-login';
  const shown = isSure ? given : given.filter((name) => rows.some((row) => row.application?.toLowerCase() === name));
  return (row) => shown.length === 0 || row.application === undefined || shown.includes(row.application.toLowerCase());
};

/** A person at the login page. */
const isAtLoginPage = ({ loginType, application }: LoginRow): boolean =>
  loginType?.toLowerCase() === 'application' || application?.toLowerCase() === 'browser';

/** Where neither app nor flow is known, what a person did in a browser is none of the integration, if there is anything else. */
const ofMachines = (rows: readonly LoginRow[], integration: Integration | undefined): readonly LoginRow[] => {
  const { app, appLabel, flow } = integration ?? {};
  if ((app ?? appLabel ?? flow) !== undefined) return rows;
  const rest = rows.filter((row) => !isAtLoginPage(row));
  return rest.length === 0 ? rows : rest;
};

/** Rows of the integration's app and flow, in their order. */
export const ownRows = (rows: readonly LoginRow[], integration: Integration | undefined): readonly LoginRow[] =>
  ofMachines(
    rows.filter(ofApp(rows, integration)).filter((row) => canBeOf(integration?.flow, row)),
    integration,
  );

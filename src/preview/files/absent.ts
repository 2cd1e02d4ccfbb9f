import type { Alteration, Edit } from '../../model/index.ts';
import { editAt } from './component.ts';
import { at, textAt, type Element } from './element.ts';

/** What an app's settings are where nobody sets them, as far as that refuses logins. */
const unset = (app: string) =>
  ({
    enabled: { set: 'app-enabled', app, value: false },
    oauthEnabled: { set: 'app-oauth-enabled', app, value: false },
    permittedUsers: { set: 'permitted-users', app, value: 'self-authorized' },
    carriers: { set: 'app-carriers', app, profiles: [], sets: [] },
    scopes: { set: 'scopes', app, value: [] },
    certificate: { set: 'certificate', app, value: undefined },
    clientCredentials: { set: 'client-credentials', app, value: false },
    clientCredentialsAllowed: { set: 'app-switch', app, name: 'clientCredentialsEnabled', value: false },
    deviceFlow: { set: 'app-switch', app, name: 'deviceFlowEnabled', value: false },
    tokenExchange: { set: 'app-switch', app, name: 'tokenExchangeEnabled', value: false },
    secretForRefresh: { set: 'app-switch', app, name: 'secretRequiredForRefresh', value: true },
    secretOptional: { set: 'app-switch', app, name: 'secretOptional', value: false },
    runAs: { set: 'run-as', app, value: '' },
    ipRelaxation: { set: 'ip-relaxation', app, value: 'enforce' },
  }) as const satisfies Readonly<Record<string, Alteration>>;

/** Where a file names each of an app's settings: `oauthConfig.isAdminApproved`. */
export type NamedAt = Readonly<Partial<Record<keyof ReturnType<typeof unset>, string>>>;

/**
 * The settings that a file of an app does not name. No public page says whether a deployment leaves them as they are or sets them back; a
 * connected app that is made has some that its file asked for, and some not: https://github.com/forcedotcom/cli/issues/2203
 * Their place is that of the element in which they would stand.
 */
export const absentIn = (root: Element, app: string, namedAt: NamedAt): readonly Edit[] => {
  const all: ReadonlyMap<string, Alteration> = new Map(Object.entries(unset(app)));
  return Object.entries(namedAt).flatMap(([name, element]): readonly Edit[] => {
    const [setting, path] = [all.get(name), element.split('.')];
    if (setting === undefined || textAt(root, ...path) !== undefined) return [];
    const within = at(root, ...path.slice(0, -1)) ?? root;
    return [{ ...editAt(element, within.at, setting), perhaps: true }];
  });
};

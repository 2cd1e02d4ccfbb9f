import { sameId } from '../../model/index.ts';
import type { AppFacts, ListedAppCheck, OrgApps, TokenGroup } from '../../model/index.ts';

/** The tokens of an app: by the menu item that leads to its id; by the name where there is none, or none that is known. */
export const tokensOf = (
  app: Pick<AppFacts, 'id' | 'name'>,
  all: OrgApps,
  groups: readonly TokenGroup[],
): readonly TokenGroup[] =>
  groups.filter(({ app: name, menuItem }) => {
    const owner = menuItem === undefined ? undefined : all.menu.get(menuItem);
    return owner === undefined ? name === app.name : sameId(owner, app.id);
  });

const sum = (groups: readonly TokenGroup[], of: (group: TokenGroup) => number): number =>
  groups.reduce((all, group) => all + of(group), 0);

export const countTokens = (
  groups: readonly TokenGroup[],
  installed: boolean,
): NonNullable<ListedAppCheck['tokens']> => ({
  total: sum(groups, ({ total }) => total),
  neverUsed: sum(groups, ({ neverUsed }) => neverUsed),
  notInstalled: installed ? 0 : sum(groups, ({ total }) => total),
});

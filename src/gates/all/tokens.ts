import type { AppFacts, ListedAppCheck, OrgApps, TokenGroup } from '../../model/index.ts';

/** The tokens of an app: by its menu item, which leads to its id; where it has none, by its name. */
export const tokensOf = (
  app: Pick<AppFacts, 'id' | 'name'>,
  all: OrgApps,
  groups: readonly TokenGroup[],
): readonly TokenGroup[] =>
  groups.filter(({ app: name, menuItem }) =>
    menuItem === undefined ? name === app.name : all.menu.get(menuItem)?.slice(0, 15) === app.id.slice(0, 15),
  );

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

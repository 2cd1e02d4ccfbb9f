import type { AppCheck, FindingRemedy } from '../../model/index.ts';
import { row, rows } from '../document.ts';
import type { Block } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';

const unique = (words: ReadonlyArray<string | undefined>): readonly string[] => [
  ...new Set(words.filter((word) => word !== undefined)),
];

/** What a closed gate asks for first, and of whom. */
export const fixRows = ({ title, who }: FindingRemedy, say: Say, doctorSay: Say): readonly Block[] =>
  rows([row(say('screen.label.to-do'), title), row(doctorSay('label.who'), doctorSay(`actor.${who}`))]);

/** Nothing that could be read would tell: a login would. Only a private key or a stored login can be tried. */
const tryIt = ({ integration: { flow, login }, refusals }: AppCheck, say: Say): string | undefined =>
  refusals.length === 0 && (flow === 'jwt' || login !== undefined) ? say('screen.to-do.attempt') : undefined;

/** The permissions and the flags by which what was not seen could be. */
export const howToLook = (check: AppCheck, say: Say): string | undefined => {
  const { blindSpots } = check;
  const cures = unique(blindSpots.map(({ cure }) => cure));
  const permissions = unique(blindSpots.map(({ permission }) => permission));
  const flags = cures.map((cure) => say(cure.startsWith('without ') ? 'screen.flag.without' : 'screen.flag', { cure }));
  const ways = [
    ...(permissions.length > 0 ? [say('screen.to-do.permissions', { permissions: listed(permissions) })] : []),
    ...(flags.length > 0 ? [say('screen.to-do.flags', { flags: listed(flags) })] : []),
  ];
  return ways.length > 0 ? ways.join(' ') : tryIt(check, say);
};

/** The permissions and the flags by which what was not seen could be; else what else would tell. */
export const lookRows = (check: AppCheck, say: Say): readonly Block[] => {
  const how = howToLook(check, say);
  return how === undefined ? [] : rows([row(say('screen.label.to-do'), how)]);
};

/** The name was not right: the right one is near at hand. */
export const renameRows = ([first]: readonly string[], say: Say, doctorSay: Say): readonly Block[] =>
  first === undefined
    ? []
    : rows([
        row(say('screen.label.to-do'), say('screen.to-do.rename', { name: first })),
        row(doctorSay('label.who'), say('screen.who.you')),
      ]);

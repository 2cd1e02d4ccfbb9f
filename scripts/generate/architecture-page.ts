import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { house } from '../house/arrows.ts';

const file = 'docs/architecture.md';

const nameOf = (room: string): string => `\`${room}\``;

const list = (names: readonly string[]): string => (names.length === 0 ? '-' : names.join(', '));

const row = ([name, { is, rooms, packages, pure }]: readonly [string, (typeof house)[string]]): string =>
  `| ${nameOf(name)} | ${pure === true ? 'pure; ' : ''}${is} | ${list(rooms.map(nameOf))} | ${list(packages)} |`;

const table = (): string =>
  [
    '| room | what it is | may import | packages |',
    '| --- | --- | --- | --- |',
    ...Object.entries(house).map(row),
  ].join('\n');

/** `docs/architecture.md`: its table of rooms is the table that lint is made from; the rest is written by hand. */
export const architecturePage = async (): Promise<Array<readonly [string, string]>> => {
  const page = readFileSync(file, 'utf8').replace(
    /(?<=<!-- rooms -->\n)[^]*(?=<!-- \/rooms -->)/u,
    () => `\n${table()}\n\n`,
  );
  return [[file, await format(page, { parser: 'markdown', printWidth: 120 })]];
};

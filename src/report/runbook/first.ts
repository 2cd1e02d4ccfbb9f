import type { Runbook, Runbooks } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { commandLine } from '../brief/command-line.ts';
import type { Block } from '../document.ts';
import { verdict } from '../gates/verdict.ts';
import { sayFrom, type Say } from '../say.ts';
import { aboutLogin } from '../sheets/logins.ts';

/** The words of the runbook, of the doctor's report and of the gates. */
export type Speech = { readonly say: Say; readonly report: Say; readonly gates: Say };

export const speechOf = (words: Words): Speech => ({
  say: sayFrom(words, 'runbook'),
  report: sayFrom(words),
  gates: sayFrom(words, 'gates'),
});

/** How the org is called in a command. */
export const orgOf = ({ targetOrg }: Runbooks): string | undefined => targetOrg?.alias ?? targetOrg?.username;

export const nameOf = ({ integration: { username, app } }: Runbook, words: Words): string =>
  app ?? aboutLogin(username, app, words);

/** How it stands now: the deciding gate, what to do and who. */
export const standing = ({ walk }: Runbook, { report, gates }: Speech): readonly Block[] =>
  verdict(walk, gates, report).flatMap(({ blocks }) => blocks);

/** What to run at 2 AM: why, every gate, since when. */
export const toRun = (
  { integration: { app, username } }: Runbook,
  org: string | undefined,
  say: Say,
): ReadonlyArray<{ readonly label: string; readonly command: string }> => {
  const subject = [
    ['-o', org],
    ['--username', username],
    ['--app', app],
  ] as const;
  return [
    { label: say('label.why'), command: `${commandLine('sf auth doctor', subject)} --error ${say('error')}` },
    { label: say('label.gates'), command: commandLine('sf auth connectedapp check', subject) },
    {
      label: say('label.since'),
      command: commandLine('sf auth loginhistory failures', [
        ['-o', org],
        ['--since', '24h'],
        ['--app', app],
      ]),
    },
  ];
};

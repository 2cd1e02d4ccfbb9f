import type { LoginsHere } from '../../model/index.ts';
import { briefFor } from '../brief/brief.ts';
import type { BriefPage } from '../brief/brief.ts';
import { commandLine } from '../brief/command-line.ts';
import { fit } from '../brief/fit.ts';
import type { Group } from '../brief/fit.ts';
import { copiedAfter, part, plain } from '../brief/part.ts';
import { verdict } from '../brief/verdict.ts';
import { allPrintable } from '../printable.ts';

/** The logins of this machine, a line each: nothing was sent, so only what cannot be decrypted is known to be broken. */
export const composeLogins = (given: LoginsHere, page: BriefPage): readonly Group[] => {
  const { logins } = allPrintable(given);
  const brief = briefFor(page);
  const { say, width, exit } = brief;
  const [first] = logins;
  const name = first?.alias ?? first?.username;
  return fit([
    part(0, verdict({ mark: '?', tone: 'unsure', text: say.count('logins', logins.length) }, width)),
    logins.flatMap(({ alias, username, kind, decrypts }, index) =>
      part(
        index,
        plain(
          say(decrypts ? 'logins.one-login' : 'logins.broken', {
            name: alias === undefined ? username : `${alias} (${username})`,
            kind: say(`logins.kind.${kind}`),
          }),
          width,
          decrypts ? 'plain' : 'bad',
        ),
      ),
    ),
    name === undefined
      ? []
      : part(0, copiedAfter(say('label.next'), commandLine('sf auth doctor', [['--login', name]]))),
    part(0, plain(say('exit', exit), width, 'quiet')),
  ]);
};

import type { Diagnosis } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import { commandLine } from './command-line.ts';
import type { Group } from './fit.ts';
import { copied, part, sentence } from './part.ts';
import type { Line } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';

/** Nothing is known but what the CLI has stored: no org was looked in, nothing was tried, and no text was given. */
export const isOnlyStored = ({ integration, targetOrg, attempt, refusals }: Diagnosis): boolean =>
  integration.login !== undefined && targetOrg === undefined && attempt === undefined && refusals.length === 0;

/** A key or a refresh token logs in again; an access token alone does not. */
const canLogIn = ({ integration: { flow }, blindSpots }: Diagnosis): boolean =>
  flow !== undefined && blindSpots.some(({ fact, cure }) => fact === 'attempt' && cure === '--attempt');

/** A stored login that shows no fault: the one thing that decides it, and what else would. */
export const storedLogin = (diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const login = diagnosis.integration.login ?? '';
  const tries = canLogIn(diagnosis);
  const way = (label: string, key: string, command: string): readonly Line[] => [
    ...sentence(say(label), say(key), width),
    ...copied(command),
  ];
  const fromOrg = commandLine(`sf auth doctor -o ${say('their-alias')}`, [['--login', login]]);
  const named = commandLine('sf auth doctor', [['--login', login]]);
  return [
    part(
      0,
      verdict({ mark: '?', tone: 'unsure', text: say(tries ? 'stored.try' : 'stored.no-try', { login }) }, width),
    ),
    [
      ...(tries ? part(0, way('label.do', 'stored.attempt', `${named} --attempt`)) : []),
      ...part(0, way(tries ? 'label.or' : 'label.do', 'stored.from-org', fromOrg)),
      ...part(
        ranks.otherRemedy,
        way(
          'label.or',
          'stored.text',
          `${commandLine('sf org display', [['-o', login]])} 2>&1 | ${named} --error-file -`,
        ),
      ),
    ],
  ];
};

import { defined, unknown, type ExchangeHandler } from '../../../model/index.ts';
import { listSeen, lookAt, refused } from '../../denial.ts';
import { sobject } from '../documents.ts';
import { answerAt, theApp, type Question } from '../question.ts';
import { needed, records, rowOf, text, truth, type Row } from '../rows.ts';
import { query, quoted } from '../soql.ts';

const name = 'OauthTokenExchHandlerApp';

const columns = [
  'IsDefault',
  'OauthTokenExchangeHandler.DeveloperName',
  'OauthTokenExchangeHandler.IsEnabled',
  'ApexExecutionUser.Username',
  'ApexExecutionUser.IsActive',
];

const runsAs = (user: Row | undefined): ExchangeHandler['runsAs'] =>
  user === undefined ? undefined : { username: needed(text(user.Username)), isActive: needed(truth(user.IsActive)) };

const read = (row: Row): ExchangeHandler => {
  const handler = needed(rowOf(row.OauthTokenExchangeHandler));
  return {
    name: needed(text(handler.DeveloperName)),
    isEnabled: needed(truth(handler.IsEnabled)),
    isDefault: truth(row.IsDefault) === true,
    ...defined({ runsAs: runsAs(rowOf(row.ApexExecutionUser)) }),
  };
};

/** The handlers that are set for the app. Asked for where the login goes by token exchange: no other flow has one. */
export const exchangeHandlers: Question<readonly ExchangeHandler[]> = {
  documents: [sobject(name, '2026-11-30'), sobject('OauthTokenExchangeHandler', '2026-11-30')],
  after: ['rights', 'listed'],
  ask: (seen) => {
    if (seen.asked.integration.flow !== 'token-exchange') return unknown('depends-on-unknown');
    const found = theApp(seen);
    if ('unknown' in found) return found.unknown;
    const { id, kind } = found.app;
    const column = kind === 'connected-app' ? 'ConnectedApplicationId' : 'ExternalClientApplicationId';
    return { send: [query(`SELECT ${columns.join(', ')} FROM ${name} WHERE ${column} = ${quoted(id)} LIMIT 200`)] };
  },
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), { name, needs: [['ViewSetup']], always: false });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const handlers = records(answer).map(read);
    return listSeen(handlers, look);
  },
};

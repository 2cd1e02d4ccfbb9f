import { defined, type HealthRisk } from '../../model/index.ts';
import { listSeen, lookAt, refused } from '../denial.ts';
import { toolingObject } from './documents.ts';
import { answerAt, type Question } from './question.ts';
import { records, text } from './rows.ts';
import { toolingQuery } from './soql.ts';

const object = 'SecurityHealthCheckRisks';

/** What Health Check holds to be at high risk: its items, and not its score. */
export const healthRisks: Question<readonly HealthRisk[]> = {
  documents: [toolingObject(object, '2026-11-30')],
  after: ['rights'],
  ask: () => ({
    send: [
      toolingQuery(
        `SELECT Setting, SettingGroup, OrgValue, StandardValue FROM ${object} WHERE RiskType = 'HIGH_RISK' LIMIT 200`,
      ),
    ],
  }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: object,
      needs: [['ViewHealthCheck', 'ViewSetup']],
      always: false,
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const found = records(answer).flatMap((row): readonly HealthRisk[] => {
      const [group, setting] = [text(row.SettingGroup), text(row.Setting)];
      if (group === undefined || setting === undefined) return [];
      return [{ group, setting, ...defined({ value: text(row.OrgValue), standard: text(row.StandardValue) }) }];
    });
    return listSeen(found, look);
  },
};

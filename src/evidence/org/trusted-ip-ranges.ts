import { known, unknown, type IpRange } from '../../model/index.ts';
import { blindTo, lookAt, refused } from '../denial.ts';
import { answerAt, type Question } from './question.ts';
import { needed, records, rowOf, rowsOf, text } from './rows.ts';
import { toolingQuery } from './soql.ts';
import { inToolingWsdl, metadataType } from './documents.ts';

/** Network access of the org, from the one row of SecuritySettings. */
export const trustedIpRanges: Question<readonly IpRange[]> = {
  documents: [inToolingWsdl('SecuritySettings', '2026-11-30'), metadataType('SecuritySettings', '2026-11-30')],
  after: [],
  ask: () => ({ send: [toolingQuery('SELECT Id, Metadata FROM SecuritySettings LIMIT 1')] }),
  read: (answers, seen) => {
    const look = lookAt(seen.fact('rights'), {
      name: 'SecuritySettings.Metadata',
      needs: [['ViewSetup'], ['ModifyMetadata', 'ModifyAllData']],
    });
    const answer = answerAt(answers, 0);
    if (!answer.ok) return refused(answer, look);
    const metadata = rowOf(records(answer)[0]?.Metadata);
    if (metadata === undefined) return blindTo(look) ?? unknown('not-in-this-org', undefined, look.source);
    const ranges = rowsOf(rowOf(metadata.networkAccess)?.ipRanges);
    return known(
      ranges.map(({ start, end }) => ({ start: needed(text(start)), end: needed(text(end)) })),
      look.source,
    );
  },
};

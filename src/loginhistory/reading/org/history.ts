import { lookAt, refused, type Look } from '../../../evidence/denial.ts';
import { answerAt } from '../../../evidence/org/question.ts';
import type { PermissionName, Rights } from '../../../evidence/org/permissions.ts';
import { records, truth } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgAnswer, OrgPort } from '../../../evidence/org-wire.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import { mostGroups } from './cube.ts';
import { fieldsIn, type Fields } from './fields.ts';

/** Login History of an org: what can be asked of it, and how much of it this session sees. */
export type LoginHistory = {
  readonly port: OrgPort;
  readonly fields: Fields;
  readonly look: Look;
  /** Groups that one query may give: what Salesforce says, unless a test is told otherwise. */
  readonly mostGroups: number;
};

const source = { place: 'org', name: 'LoginHistory' } as const;

/** Either shows all rows; without both everyone sees his own, and no error says so. */
const rights = ['MonitorLoginHistory', 'ManageUsers'] as const satisfies readonly PermissionName[];

const rightsQuery = query(`SELECT ${rights.map((name) => `Permissions${name}`).join(', ')} FROM UserPermissionAccess`);

const rightsIn = (answer: OrgAnswer): Fact<Rights> => {
  const [row] = records(answer);
  const told = rights.flatMap((name) => {
    const held = truth(row?.[`Permissions${name}`]);
    return held === undefined ? [] : [{ name, held }];
  });
  if (told.length === 0) return unknown('depends-on-unknown');
  return known(
    {
      known: new Set(told.map(({ name }) => name)),
      held: new Set(told.filter(({ held }) => held).map(({ name }) => name)),
    },
    source,
  );
};

/** One request: what the fields allow, and what this session may see. */
export const openLoginHistory = async (port: OrgPort, groups = mostGroups): Promise<Fact<LoginHistory>> => {
  const answers = await port.wave([{ kind: 'get', path: 'sobjects/LoginHistory/describe' }, rightsQuery]);
  const describe = answerAt(answers, 0);
  const look = lookAt(rightsIn(answerAt(answers, 1)), { name: source.name, needs: [rights] });
  if (!describe.ok) return refused(describe, look);
  return known({ port, fields: fieldsIn(describe.body), look, mostGroups: groups }, source);
};

/** How much is seen, as the tally says it. */
export const sightOf = ({ look: { sight, permission } }: LoginHistory) => ({
  sight,
  ownRowsOnly: sight === 'partial',
  ...(sight === 'whole' ? {} : { permission }),
});

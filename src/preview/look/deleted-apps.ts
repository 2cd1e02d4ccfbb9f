import { readChange } from '../../evidence/org/changes.ts';
import { records, sameText, text, time, type Row } from '../../evidence/org/rows.ts';
import { query } from '../../evidence/org/soql.ts';
import { askOne, type Asking } from '../../evidence/waves.ts';
import { isoOf } from '../../model/index.ts';

/** An app that the org had: when it was deleted (UTC, ISO 8601), and how the Setup Audit Trail tells of it. */
export type DeletedApp = { readonly at: string; readonly entry: Row };

/** More entries a query does not give in one answer. */
const page = 2000;

const deletedSince = (from: number) =>
  query(
    `SELECT CreatedDate, Action, Section, Display FROM SetupAuditTrail WHERE Action IN ('deleteApplication', 'deleteConnectedApplication') AND CreatedDate >= ${isoOf(from)} ORDER BY CreatedDate DESC LIMIT ${page}`,
  );

/**
 * The connected apps that were deleted or uninstalled since then; undefined: the org did not tell. Of external client apps no action is
 * known. Source: the sheet of the Setup Audit Trail's actions, under `notFound`.
 */
export const deletedApps = function* (from: number): Asking<readonly DeletedApp[] | undefined> {
  const answer = yield* askOne(deletedSince(from));
  if (!answer.ok) return undefined;
  return records(answer).flatMap((entry) => {
    const at = time(entry.CreatedDate);
    return at === undefined ? [] : [{ at, entry }];
  });
};

const nobody = { user: undefined, profileName: undefined, permissionSets: undefined };

/** Whether it had that label. In English the whole of its name is read; in another language the label is looked for. */
export const wasCalled = ({ entry }: DeletedApp, label: string): boolean => {
  const named = /^(?:Deleted|Uninstalled) Connected App (.+)$/iu.exec(text(entry.Display) ?? '')?.[1];
  if (named !== undefined) return sameText(named, label);
  return readChange(entry, { ...nobody, app: { name: label, id: '' } }).some(({ about }) => about === 'app');
};

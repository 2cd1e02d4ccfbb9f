import { unknown } from '../../model/index.ts';
import { blindTo, lookAt, refused, type Look } from '../denial.ts';
import type { OrgAnswer } from '../org-wire.ts';
import { inToolingWsdl, metadataType } from './documents.ts';
import { answerAt, type Question, type Context } from './question.ts';
import { components, records, rowOf, type Row } from './rows.ts';
import { readMetadata, toolingQuery } from './soql.ts';

/** One set of org-wide settings: an object of the Tooling API with one row, and what the Metadata API calls the same. */
export type Settings = {
  readonly object: string;
  /** Plain columns (View Setup is enough), and the element that says the same. */
  readonly columns: Readonly<Record<string, string>>;
  readonly component: { readonly type: string; readonly fullName: string; readonly within?: string };
  /** The day on which somebody last looked at the pages of both. */
  readonly checked: string;
};

/** The columns that were answered: one may be null, and then it says so; one that is absent says nothing. */
const told = (row: Row | undefined, columns: readonly string[]): Row =>
  Object.fromEntries(columns.flatMap((column) => (row !== undefined && column in row ? [[column, row[column]]] : [])));

const fromMetadata = (answer: OrgAnswer, { columns, component: { within } }: Settings): Row => {
  const found = components(answer)[0];
  const elements = within === undefined ? found : rowOf(found?.[within]);
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, element]) =>
      elements !== undefined && element in elements ? [[column, elements[element]]] : [],
    ),
  );
};

const hasAll = (row: Row, { columns }: Settings): boolean => Object.keys(columns).every((column) => column in row);

/**
 * A question that org-wide settings answer. Only the WSDL says that they have plain columns, so where these do not come, the documented way
 * is asked too: `readMetadata`. A setting that neither of them tells is unknown, and never "off".
 */
export const settingsQuestion = <T>(settings: Settings, read: (row: Row) => T): Question<T> => {
  const { object, component, checked } = settings;
  const columns = Object.keys(settings.columns);
  const plain = toolingQuery(`SELECT ${columns.join(', ')} FROM ${object} LIMIT 1`);
  const documented = readMetadata(component.type, [component.fullName]);
  const lookFrom = (seen: Context): Look =>
    lookAt(seen.fact('rights'), { name: object, needs: [['ViewSetup']], always: false });
  return {
    documents: [inToolingWsdl(object, checked), metadataType(component.type, checked)],
    after: [],
    ask: (seen) => {
      const answer = seen.answers([plain])?.[0];
      if (answer === undefined || hasAll(told(records(answer)[0], columns), settings)) return { send: [plain] };
      // Without the right to see it there, it is not for us to see it elsewhere.
      return { send: [plain], also: lookFrom(seen).sight === 'partial' ? [] : [documented] };
    },
    read: (answers, seen) => {
      const look = lookFrom(seen);
      const answer = answerAt(answers, 0);
      const row = { ...fromMetadata(answerAt(answers, 1), settings), ...told(records(answer)[0], columns) };
      if (hasAll(row, settings)) return { state: 'known', value: read(row), source: look.source };
      if (!answer.ok) return refused(answer, look);
      const isEmpty = records(answer).length === 0;
      return (
        (isEmpty ? blindTo(look) : undefined) ??
        unknown(isEmpty ? 'not-in-this-org' : 'refused', undefined, look.source)
      );
    },
  };
};

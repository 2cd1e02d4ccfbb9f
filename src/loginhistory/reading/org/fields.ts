import { rowOf, rowsOf, text, truth } from '../../../evidence/org/rows.ts';
import { dimensions, type Dimension } from '../tally/group.ts';

/** The field of LoginHistory behind each dimension. */
export const fieldOf = {
  status: 'Status',
  application: 'Application',
  loginType: 'LoginType',
  loginSubType: 'LoginSubType',
  user: 'UserId',
  sourceIp: 'SourceIp',
  countryIso: 'CountryIso',
} as const satisfies Record<Dimension, string>;

/** What this org lets one do with the fields of LoginHistory. Its reference page contradicts itself, so the org is asked. */
export type Fields = {
  readonly present: ReadonlySet<string>;
  readonly groupable: ReadonlySet<Dimension>;
  /** Whether groups can be sorted by status: then failures can be read without the successes. */
  readonly statusSortable: boolean;
  /** Whether MIN and MAX of a time can be asked. */
  readonly timeAggregatable: boolean;
};

type Described = { readonly name: string; readonly flags: Readonly<Record<string, unknown>> };

const describedIn = (body: unknown): readonly Described[] =>
  rowsOf(rowOf(body)?.fields).flatMap((flags) => {
    const name = text(flags.name);
    return name === undefined ? [] : [{ name, flags }];
  });

/** From the answer of a describe call. */
export const fieldsIn = (body: unknown): Fields => {
  const described = describedIn(body);
  const may = (field: string, flag: string): boolean =>
    truth(described.find(({ name }) => name === field)?.flags[flag]) === true;
  return {
    present: new Set(described.map(({ name }) => name)),
    groupable: new Set(dimensions.filter((dimension) => may(fieldOf[dimension], 'groupable'))),
    statusSortable: may(fieldOf.status, 'sortable'),
    // Not every version tells; where it does not, it may: MAX(LoginTime) was seen in a live org.
    timeAggregatable: described.find(({ name }) => name === 'LoginTime')?.flags.aggregatable !== false,
  };
};

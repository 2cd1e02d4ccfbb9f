import { readFileSync } from 'node:fs';

export type ApiName = 'rest' | 'tooling';

/** What the facts tell of one column. `null`: not established, so the simulator allows it. */
export type Column = {
  name: string;
  type: string;
  nillable?: boolean;
  filter: boolean | null;
  group: boolean | null;
  sort: boolean | null;
  sinceApi?: number;
  untilApi?: number;
  relationshipName?: string;
  referenceTo?: string[];
  picklist?: string[];
  /** Only where the org has this feature. */
  feature?: string;
};

export type SObject = {
  /** Unique over both APIs, such as `Profile (Tooling)`: the name of its table. */
  key: string;
  name: string;
  api: ApiName;
  sinceApi?: number;
  keyPrefix?: string;
  columns: readonly Column[];
};

type Given = Omit<SObject, 'key' | 'columns'> & { fields: Record<string, Omit<Column, 'name'>> };

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../facts/${file}`, import.meta.url), 'utf8'));

const objects: readonly SObject[] = Object.entries(read('objects.json') as Record<string, Given>).map(
  ([key, { fields, ...rest }]) => ({
    key,
    ...rest,
    columns: Object.entries(fields).map(([name, column]) => ({ name, ...column })),
  }),
);

/** The objects of external client apps answer on both APIs: Salesforce's own scripts query them over Tooling. */
const isOn = (object: SObject, api: ApiName): boolean =>
  object.api === api || (api === 'tooling' && /^(ExternalClientApplication|ExtlClntApp)/.test(object.name));

/** The object, whatever its API version and whoever looks; names are compared without case. */
export const objectNamed = (name: string, api: ApiName): SObject | undefined =>
  objects.find((one) => one.name.toLowerCase() === name.toLowerCase() && isOn(one, api));

/** Whether any API has an object of this name: hidden ones are refused in fewer words than unknown ones. */
export const isKnownName = (name: string): boolean =>
  objects.some((one) => one.name.toLowerCase() === name.toLowerCase());

export const objectByKey = (key: string): SObject | undefined => objects.find((one) => one.key === key);

export const allObjects = (api: ApiName): readonly SObject[] => objects.filter((one) => isOn(one, api));

const isWithin = (one: { sinceApi?: number; untilApi?: number }, version: number): boolean =>
  (one.sinceApi ?? 0) <= version && version <= (one.untilApi ?? Infinity);

export const isInVersion = isWithin;

/** The columns that this API version has, in some org or other. */
export const columnsOf = (object: SObject, version: number): readonly Column[] =>
  object.columns.filter((column) => isWithin(column, version));

/** Columns that Salesforce keeps as 15 or 18 characters: compared by the first 15. */
export const isId = (column: Column): boolean => column.type === 'id' || column.type === 'reference';

import {
  allObjects,
  columnsOf,
  isId,
  isInVersion,
  objectNamed,
  type ApiName,
  type Column,
  type SObject,
} from '../schema/objects.ts';
import { childrenOf } from '../schema/children.ts';
import { seesColumn, seesObject } from '../schema/visibility.ts';
import { notFound, ok, type Answer } from './answer.ts';
import { basePath, type ApiRequest, type Desk } from './desk.ts';

const labelOf = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');

const urlsOf = (desk: Desk, api: ApiName, { name }: SObject): Record<string, string> => {
  const url = `${basePath(desk.version)}/${api === 'tooling' ? 'tooling/' : ''}sobjects/${name}`;
  return { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` };
};

const summary = (desk: Desk, api: ApiName, object: SObject): Record<string, unknown> => ({
  name: object.name,
  label: labelOf(object.name),
  keyPrefix: object.keyPrefix ?? null,
  custom: false,
  createable: false,
  deletable: false,
  queryable: true,
  retrieveable: object.name !== 'OauthToken',
  updateable: false,
  urls: urlsOf(desk, api, object),
});

/** A flag that the facts do not establish is given as true, as the query engine takes it. */
const field = (column: Column): Record<string, unknown> => ({
  name: column.name,
  label: labelOf(column.name),
  type: isId(column) || column.type !== 'ProfileMetadata' ? column.type : 'complexvalue',
  nillable: column.nillable === true,
  filterable: column.filter !== false,
  groupable: column.group !== false,
  sortable: column.sort !== false,
  createable: false,
  updateable: false,
  custom: false,
  relationshipName: column.relationshipName ?? null,
  referenceTo: column.referenceTo ?? [],
  picklistValues: (column.picklist ?? []).map((value) => ({
    active: true,
    defaultValue: false,
    label: value,
    validFor: null,
    value,
  })),
});

/** The object as this viewer sees it; undefined where it is absent or hidden. */
export const seenObject = ({ scene, version }: Desk, name: string, api: ApiName): SObject | undefined => {
  const object = objectNamed(name, api);
  return object !== undefined && isInVersion(object, version) && seesObject(scene.viewer, object) ? object : undefined;
};

export const seenColumns = ({ scene, version }: Desk, object: SObject): readonly Column[] =>
  columnsOf(object, version).filter((column) => seesColumn(scene.viewer, object, column));

export const describe = (desk: Desk, name: string, api: ApiName): Answer => {
  const object = seenObject(desk, name, api);
  if (object === undefined) return notFound();
  const childRelationships = childrenOf(object).map((child) => ({
    childSObject: child.object,
    field: child.column,
    relationshipName: child.name,
  }));
  return ok({ ...summary(desk, api, object), childRelationships, fields: seenColumns(desk, object).map(field) });
};

const etag = '"baf7f695"';

/** Every object that can be seen. Unchanged since `If-Modified-Since`: 304 without a body. */
export const describeGlobal = (desk: Desk, { headers }: ApiRequest, api: ApiName): Answer => {
  const changed = Math.floor(desk.scene.org.createdAt / 1000) * 1000;
  const stamped = { ETag: etag, 'Last-Modified': new Date(changed).toUTCString() };
  const since = Date.parse(headers['if-modified-since'] ?? '');
  if (since >= changed) return { status: 304, body: null, headers: stamped };
  const sobjects = allObjects(api).filter(({ name }) => seenObject(desk, name, api) !== undefined);
  return {
    ...ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: sobjects.map((one) => summary(desk, api, one)) }),
    headers: stamped,
  };
};

import type { ApiName, SObject } from '../schema/objects.ts';
import { runQuery } from '../soql/run.ts';
import { SoqlRefusal } from '../soql/refusal.ts';
import { forgetWritten } from '../store/store.ts';
import { notFound, ok, refusal, type Answer } from './answer.ts';
import { describe, describeGlobal, seenColumns, seenObject } from './describe.ts';
import { logFile } from './log-file.ts';
import type { ApiRequest, Desk } from './desk.ts';
import { passwordState } from './resources.ts';
import { writeRecord } from './write.ts';

const badId = (id: string): Answer =>
  refusal(400, 'MALFORMED_ID', `Record ID: id value of incorrect type: ${id}`, { fields: ['Id'] });

const fitsObject = (object: SObject, id: string): boolean =>
  /^\w{15}(\w{3})?$/.test(id) && (object.keyPrefix === undefined || id.startsWith(object.keyPrefix));

const row = (desk: Desk, object: SObject, id: string, request: ApiRequest, api: ApiName): Answer => {
  if (!fitsObject(object, id)) return badId(id);
  const all = seenColumns(desk, object).map(({ name }) => name);
  const fields = request.query.get('fields')?.split(',') ?? ['Id', ...all.filter((name) => name !== 'Id')];
  const text = `SELECT ${fields.join(', ')} FROM ${object.name} WHERE Id = '${id}'`;
  try {
    const { records } = runQuery(desk.scene, {
      api,
      version: desk.version,
      text,
      pageSize: 2000,
      alsoFilterable: new Set(),
    });
    return records.length === 0 ? notFound() : ok(records[0]);
  } catch (error) {
    if (error instanceof SoqlRefusal) return refusal(400, error.code, error.message);
    throw error;
  }
};

/** What a real org refuses for another reason than its rights is refused for that one. */
const write = (desk: Desk, object: SObject, id: string | undefined, { method, body }: ApiRequest): Answer => {
  if (id !== undefined && !fitsObject(object, id)) return badId(id);
  const names = seenColumns(desk, object).map(({ name }) => name.toLowerCase());
  const unknown = Object.keys(typeof body === 'object' ? (body ?? {}) : {}).find(
    (name) => !names.includes(name.toLowerCase()),
  );
  if (unknown !== undefined)
    return refusal(400, 'INVALID_FIELD', `No such column '${unknown}' on sobject of type ${object.name}`);
  forgetWritten(desk.scene);
  return writeRecord(desk, { method, object: object.name, id, body }) ?? notFound();
};

/** `sobjects`, `sobjects/X`, `sobjects/X/describe`, `sobjects/X/<id>`, `sobjects/User/<id>/password`, `sobjects/EventLogFile/<id>/LogFile` */
export const sobjects = (desk: Desk, request: ApiRequest, steps: readonly string[], api: ApiName): Answer => {
  const [name, id, part] = steps;
  if (name === undefined) return describeGlobal(desk, request, api);
  const object = seenObject(desk, name, api);
  if (object === undefined) return notFound();
  if (request.method !== 'GET') return write(desk, object, id, request);
  if (id === undefined) return ok({ objectDescribe: { name: object.name }, recentItems: [] });
  if (id === 'describe') return describe(desk, name, api);
  if (part === 'password' && object.name === 'User') return passwordState(desk, id);
  if (part === 'LogFile' && object.name === 'EventLogFile') return logFile(desk, id);
  return part === undefined ? row(desk, object, id, request, api) : notFound();
};

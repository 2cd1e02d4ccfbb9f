import { expect } from 'chai';
import { allObjects, columnsOf } from '../../../simulator/data/schema/objects.ts';
import type { ApiName, Column, SObject } from '../../../simulator/data/schema/objects.ts';
import { seesColumn, seesObject } from '../../../simulator/data/schema/visibility.ts';
import { SoqlRefusal } from '../../../simulator/data/soql/refusal.ts';
import { compile } from '../../../simulator/data/soql/compile.ts';
import { wordsOf } from '../../../simulator/data/soql/words.ts';
import { administratorPermissions } from '../../../simulator/state/administrator.ts';

const viewer = { userId: '005Hn0000100002IAA', permissions: administratorPermissions() };

/** What becomes of a query: undefined = accepted. */
const refusal = (api: ApiName, text: string): string | undefined => {
  try {
    const call = { api, version: 67, viewer, now: 0, zone: 'UTC', alsoFilterable: new Set<string>() };
    compile({ ...call, text, words: wordsOf(text), touched: new Set(), counters: { select: 0, alias: 0 } });
    return undefined;
  } catch (error) {
    if (error instanceof SoqlRefusal) return `${error.code} ${error.message.split('\n').at(-1)}`;
    throw error;
  }
};

const literals: Record<string, string> = {
  boolean: 'true',
  dateTime: '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  int: '1',
  double: '1.5',
};

const each = (check: (api: ApiName, object: SObject, column: Column) => void): void => {
  for (const api of ['rest', 'tooling'] as const) {
    for (const object of allObjects(api).filter((one) => seesObject(viewer, one))) {
      for (const column of columnsOf(object, 67).filter((one) => seesColumn(viewer, object, one)))
        check(api, object, column);
    }
  }
};

/** Columns about which the reference contradicts itself: refused unless the world says otherwise. */
const disputed = new Set(['LoginHistory.SourceIp']);

describe('every column of the schema', () => {
  it('stands in WHERE only where the schema lets it', () => {
    each((api, object, { name, type, filter }) => {
      const text = `SELECT ${name} FROM ${object.name} WHERE ${name} = ${literals[type] ?? "'x'"}`;
      const expected =
        filter === false || disputed.has(`${object.name}.${name}`)
          ? `INVALID_FIELD field '${name}' can not be filtered in a query call`
          : undefined;
      expect(refusal(api, text), text).to.equal(expected);
    });
  });

  it('stands in GROUP BY only where the schema lets it', () => {
    each((api, object, { name, group }) => {
      const text = `SELECT ${name} FROM ${object.name} GROUP BY ${name}`;
      const expected =
        group === false ? `MALFORMED_QUERY field '${name}' can not be grouped in a query call` : undefined;
      expect(refusal(api, text), text).to.equal(expected);
    });
  });

  it('stands in ORDER BY only where the schema lets it', () => {
    each((api, object, { name, sort }) => {
      const text = `SELECT ${name} FROM ${object.name} ORDER BY ${name}`;
      const expected = sort === false ? `MALFORMED_QUERY field '${name}' can not be sorted in a query call` : undefined;
      expect(refusal(api, text), text).to.equal(expected);
    });
  });

  it('is unknown before its API version, and where its feature is missing', () => {
    const texts = [
      ['SELECT NetworkId FROM LoginHistory', "No such column 'NetworkId' on entity 'LoginHistory'."],
      ['SELECT IsSsoEnabled FROM Profile', "No such column 'IsSsoEnabled' on entity 'Profile'."],
      [
        'SELECT PermissionsIsSsoEnabled FROM PermissionSet',
        "No such column 'PermissionsIsSsoEnabled' on entity 'PermissionSet'.",
      ],
      ['SELECT UserLicenseId FROM PermissionSet', "No such column 'UserLicenseId' on entity 'PermissionSet'."],
    ] as const;
    for (const [text, expected] of texts)
      expect(refusal('rest', text)).to.match(new RegExp(`^INVALID_FIELD ${expected}`));
  });
});

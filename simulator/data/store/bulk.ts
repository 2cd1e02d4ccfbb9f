import { id18 } from '../../state/ids.ts';
import { myDomainOf } from '../../state/lookup.ts';
import type { BulkLoginRows, Org } from '../../state/types.ts';

/** Rows of the bulk description stand behind this row number, apart from those that are written anew for every query. */
export const firstBulkRow = 1_000_000_000;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Ids differ in digits only, so that all of them end in the same three characters. */
const idParts = (org: Org): { start: string; end: string } => {
  const start = `0Ya${org.pod}B`;
  return { start, end: id18(`${start}000000000`).slice(15) };
};

/** One statement that writes every row: successes of all users, and now and then a wrong password of the org's first user. */
export const bulkSql = (org: Org, { count, from, to, seed }: BulkLoginRows): string => {
  const { start, end } = idParts(org);
  const users = org.users.filter(({ isActive }) => isActive).map(({ id }) => id);
  const apps = org.apps.map(({ name }) => name);
  const step = Math.max(0, to - from) / Math.max(1, count);
  return `
    INSERT INTO "LoginHistory" (rowid, "Id", "LoginTime", "UserId", "Status", "LoginType", "Application", "SourceIp", "LoginUrl",
      "ApiType", "ApiVersion", "Browser", "Platform", "ClientVersion", "CountryIso", "TlsProtocol", "CipherSuite", "OptionsIsGet", "OptionsIsPost")
    WITH RECURSIVE
      numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${count}),
      mixed (n, h) AS (SELECT n, ((n + ${seed}) * 2654435761) % 4294967296 / 65536 FROM numbers),
      users (k, id) AS (SELECT key, value FROM json_each(${text(JSON.stringify(users))})),
      apps (k, name) AS (SELECT key, value FROM json_each(${text(JSON.stringify(apps.length === 0 ? ['N/A'] : apps))}))
    SELECT ${firstBulkRow} + n, ${text(start)} || printf('%09d', n) || ${text(end)}, CAST(${from} + n * ${step} AS INTEGER) / 1000 * 1000,
      CASE WHEN h % 500 = 0 THEN ${text(users[0] ?? '')} ELSE users.id END,
      CASE WHEN h % 500 = 0 THEN 'Invalid Password' ELSE 'Success' END,
      CASE WHEN h % 500 = 0 THEN 'Application' ELSE 'Remote Access 2.0' END,
      CASE WHEN h % 500 = 0 THEN 'Browser' ELSE apps.name END,
      '203.0.113.' || (h % 16), ${text(myDomainOf(org))},
      'N/A', 'N/A', 'Unknown', 'Unknown', 'N/A', 'US', 'TLS 1.3', 'TLS_AES_256_GCM_SHA384', 0, 1
    FROM mixed JOIN users ON users.k = h % ${Math.max(1, users.length)} JOIN apps ON apps.k = h % ${Math.max(1, apps.length)}`;
};

import { defined, known, valueOf } from '../model/index.ts';
import type { Evidence, LoginRow } from '../model/index.ts';
import { ownSuccesses } from '../clues/own-rows.ts';
import type { Watched } from './integrations.ts';
import type { Standing } from './person.ts';

const successesIn = (evidence: Evidence): readonly LoginRow[] => {
  const [integration, loginRows] = [valueOf(evidence.integration), valueOf(evidence.loginRows)];
  return integration === undefined || loginRows === undefined ? [] : ownSuccesses({ integration, loginRows });
};

/** Saved evidence is of one login: a text that somebody pasted then says nothing of a change. */
export const fromRun = (evidence: Evidence): ReadonlyArray<Standing & Pick<Watched, 'seen' | 'times'>> => {
  const integration = valueOf(evidence.integration);
  const user = integration?.username ?? valueOf(evidence.user)?.username;
  if (integration === undefined || user === undefined) return [];
  const rows = successesIn(evidence);
  const [last] = rows;
  const { app, appLabel, flow, loginUrl } = integration;
  const addresses = [...new Set(rows.flatMap(({ sourceIp }) => sourceIp ?? []))];
  const sourceIps = integration.sourceIps.length > 0 ? integration.sourceIps : addresses;
  const asked = { place: 'asked' } as const;
  return [
    {
      seen: {
        user,
        person: false,
        sourceIps,
        logins: rows.length,
        ...defined({ app: appLabel ?? app, flow, loginUrl, lastLogin: last?.at }),
      },
      times: rows.map(({ at }) => ({ from: at, to: at })),
      evidence: {
        ...evidence,
        integration: known({ ...integration, sourceIps }, asked),
        refusals: known([], asked),
        failedAt: known(undefined, asked),
      },
    },
  ];
};

import { known, unknown, type Fact, type Source } from '../../../model/index.ts';
import type { OrgAnswer, OrgPort } from '../../org-wire.ts';
import type { ListedApp } from '../listed-app.ts';
import type { Rights } from '../permissions.ts';
import type { FindingName, Findings, Seen } from '../question.ts';
import type { Row } from '../rows.ts';

const source: Source = { place: 'org', name: 'ConnectedApplication' };

/** What the questions about one app see, where all apps were read at once: its own entry, and what this session may see. */
export const seenFor = (app: ListedApp, rights: Fact<Rights>, port: OrgPort, now: string): Seen => {
  const settled: Partial<{ [N in FindingName]: Fact<Findings[N]> }> = { rights, listed: known(app, source) };
  return {
    asked: { integration: { app: app.name, sourceIps: [] }, now },
    org: port,
    answers: () => undefined,
    fact: (name) => settled[name] ?? unknown('depends-on-unknown'),
  };
};

/** Some rows of an answer, as if they had been asked for alone; a refusal stays one. */
export const rowsOnly = (answer: OrgAnswer, rows: readonly Row[]): OrgAnswer =>
  answer.ok ? { ok: true, status: answer.status, body: { records: rows } } : answer;

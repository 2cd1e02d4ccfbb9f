import { chunks } from '../../chunks.ts';
import type { OrgAnswer, OrgRefusal, OrgRequest } from '../../org-wire.ts';
import { ask, nothing, type Asking } from '../../waves.ts';
import { globalOauthNames } from '../app-metadata.ts';
import { belongsTo, type ListedApp } from '../listed-app.ts';
import { components, sameText, text, type OneRow, type Row } from '../rows.ts';
import { readMetadata } from '../soql.ts';

/** `readMetadata` takes ten names. */
const namesPerCall = 10;

/** So many SOAP calls go side by side. */
const callsPerWave = 25;

type Read = Extract<OrgRequest, { kind: 'read-metadata' }>;

const isRead = (request: OrgRequest): request is Read => request.kind === 'read-metadata';

const calls = (type: string, names: readonly string[]): readonly Read[] =>
  chunks([...new Set(names)], namesPerCall)
    .map((chunk) => readMetadata(type, chunk))
    .filter(isRead);

type ReadBack = {
  /** Each component once, by type. */
  readonly found: ReadonlyMap<string, readonly Row[]>;
  /** Why a name could not be read. */
  readonly refused: ReadonlyMap<string, OrgRefusal>;
};

const send = function* (requests: readonly Read[]): Asking<ReadonlyArray<readonly [Read, OrgAnswer]>> {
  const answered: Array<readonly [Read, OrgAnswer]> = [];
  for (const wave of chunks(requests, callsPerWave)) {
    const answers = yield* ask(wave);
    for (const [index, request] of wave.entries()) answered.push([request, answers[index] ?? nothing]);
  }
  return answered;
};

const keyOf = (type: string, name: string): string => `${type} ${name}`;

/** One app that cannot be read can spoil a whole call: then its names are asked for one by one. */
const readAll = function* (requests: readonly Read[]): Asking<ReadBack> {
  const first = yield* send(requests);
  const spoilt = first.filter(
    ([{ fullNames }, answer]) => !answer.ok && answer.code === 'UNKNOWN_EXCEPTION' && fullNames.length > 1,
  );
  const again = yield* send(
    spoilt.flatMap(([{ type, fullNames }]) => fullNames.map((name) => readMetadata(type, [name])).filter(isRead)),
  );
  const found = new Map<string, Row[]>();
  const refused = new Map<string, OrgRefusal>();
  for (const [{ type, fullNames }, answer] of [...first.filter((one) => !spoilt.includes(one)), ...again]) {
    if (answer.ok) found.set(type, [...(found.get(type) ?? []), ...components(answer)]);
    else for (const name of fullNames) refused.set(keyOf(type, name), answer);
  }
  return { found, refused };
};

const connected = 'ConnectedApp';
const global = 'ExtlClntAppGlobalOauthSettings';

/** The metadata of all apps that this session may read: ten at a time. The usual name of the global settings first, the others where it fits none. */
export const componentsOf = function* (apps: readonly ListedApp[]): Asking<(app: ListedApp) => OneRow> {
  const own = apps.filter(({ internal, developerName }) => internal !== true && developerName !== undefined);
  const external = own.filter(({ kind }) => kind === 'external-client-app');
  const first = yield* readAll([
    ...calls(
      connected,
      own.filter(({ kind }) => kind === 'connected-app').flatMap(({ developerName }) => developerName ?? []),
    ),
    ...calls(
      global,
      external.flatMap((app) => globalOauthNames(app).slice(0, 1)),
    ),
  ]);
  const globals = (back: ReadBack) => back.found.get(global) ?? [];
  const lost = external.filter((app) => !globals(first).some((row) => belongsTo(row, app)));
  const second = yield* readAll(
    calls(
      global,
      lost.flatMap((app) => globalOauthNames(app).slice(1)),
    ),
  );
  const componentOf = (app: ListedApp): Row | undefined =>
    app.kind === 'connected-app'
      ? first.found.get(connected)?.find((row) => sameText(text(row.fullName), app.developerName))
      : [...globals(first), ...globals(second)].find((row) => belongsTo(row, app));
  const refusalOf = (app: ListedApp): OrgRefusal | undefined =>
    app.kind === 'connected-app'
      ? first.refused.get(keyOf(connected, app.developerName ?? ''))
      : globalOauthNames(app)
          .map((name) => first.refused.get(keyOf(global, name)))
          .find((answer) => answer !== undefined);
  return (app) => {
    const row = componentOf(app);
    return (row === undefined ? refusalOf(app) : undefined) ?? { ok: true, row };
  };
};

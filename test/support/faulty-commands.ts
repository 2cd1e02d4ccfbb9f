import { storeLogin } from '../../simulator/home/logins.ts';
import { createSession } from '../../simulator/state/apps.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { AppCheck, Diagnosis } from '../../src/model/index.ts';
import type { Ran } from './cli.ts';
import { callHere, type Call } from './every-command.ts';
import type { FaultProxy } from './fault-proxy.ts';

/** Seconds: the clock of a run that meets a fault, and of one that is to hear everything. */
export const clock = 2;
export const wholeClock = 60;

/** Nothing that is asked of one org or login host goes on for ever: the bound is that of a busy machine, where the clock itself is late. */
const longestMs = ({ argv }: Call): number => (argv.includes('--wait') ? 120_000 : 60_000);

export const names = [
  'doctor',
  'doctor --attempt',
  'doctor -o',
  'check',
  'check --all',
  'check --wait',
  'failures',
] as const;

export type Name = (typeof names)[number];

/** Every command that sends anything, with all that it can ask for. */
export const sending = ({ info }: Started, host: string, seconds: number): Readonly<Record<Name, Call>> => {
  const login = ['--username', info.username, '--app', info.app, '--flow', 'jwt', '--login-url', host];
  const key = info.keyFile === null ? [] : ['--jwt-key-file', info.keyFile];
  const common = ['--json', '--timeout', String(seconds), '--target-org', 'admin'];
  const doctor = ['--no-save', '--error', info.errorText];
  return {
    doctor: { command: 'doctor', argv: [...common, ...doctor, ...login, ...key] },
    'doctor --attempt': { command: 'doctor', argv: [...common, ...doctor, ...login, ...key, '--attempt'] },
    'doctor -o': { command: 'doctor', argv: common },
    check: { command: 'check', argv: [...common, ...login, ...key] },
    'check --all': { command: 'check', argv: [...common, '--all'] },
    'check --wait': {
      command: 'check',
      argv: [
        ...['--json', '--timeout', String(seconds), '--app', info.consumerKey, '--login-url', host],
        ...['--wait', '1', '--stable', '1', '--max-tries', '2'],
      ],
    },
    failures: { command: 'failures', argv: [...common, '--since', '7d'] },
  };
};

/** Lets the session that looks, and what is stored with it, go through the proxy. */
export const throughProxy = ({ stage, info }: Started, { url }: FaultProxy): void => {
  const { admin, org, clock: now } = stage;
  const { token } = createSession(org, { userId: admin.id, createdAt: now.now(), expiresAt: now.now() + 86_400_000 });
  storeLogin(info.home, {
    alias: 'admin',
    username: admin.username,
    orgId: org.id,
    instanceUrl: url,
    loginUrl: url,
    accessToken: token,
    isSandbox: org.isSandbox,
    orgName: org.name,
    instanceName: org.instanceName,
    organizationType: org.organizationType,
    apiVersion: '67.0',
  });
};

/** As much of any command's result as is judged here. */
type Result = {
  readonly outcome?: string;
  readonly findings?: Diagnosis['findings'];
  readonly gates?: AppCheck['gates'];
};

type Envelope = { readonly status?: number; readonly name?: string; readonly result?: Result };

export type Said = { readonly call: Call; readonly ran: Ran; readonly envelope: Envelope; readonly ms: number };

export const saidBy = async (call: Call, env: Readonly<Record<string, string>>): Promise<Said> => {
  const began = performance.now();
  const ran = await callHere(call, env);
  const ms = performance.now() - began;
  return { call, ran, envelope: JSON.parse(ran.stdout) as Envelope, ms };
};

const confirmedIn = ({ findings = [], gates = [] }: Result): readonly string[] => [
  ...findings.filter(({ standing, role }) => standing === 'confirmed' && role !== 'later').map(({ cause }) => cause),
  ...gates.flatMap(({ closedBy }) => closedBy.map(({ cause }) => cause)),
];

/** What a command says when nothing was in the way: `healthy`, or that there is no alarm in all that there is. */
const wellIn = ({ outcome }: Result): boolean => outcome === 'healthy' || outcome === 'no-alarm';

/** What is wrong with what was said under a fault; undefined: the same as without one, or honestly less. */
export const wrongWith = ({ call, ran, envelope, ms }: Said, whole: Said): string | undefined => {
  const output = `${ran.stdout}\n${ran.stderr}`;
  if (/UnforeseenError|TypeError|^\s+at .+:\d+:\d+/mu.test(output)) return 'a fault of ours';
  if (ms > longestMs(call)) return `took ${Math.round(ms)} ms`;
  const { result } = envelope;
  if (result === undefined) return ran.code === 1 || ran.code === 2 ? undefined : `no result, and ${String(ran.code)}`;
  const all = confirmedIn(whole.envelope.result ?? {});
  const wrong = confirmedIn(result).filter((cause) => !all.includes(cause));
  if (wrong.length > 0) return `confirms ${wrong.join(', ')}`;
  return wellIn(result) && !wellIn(whole.envelope.result ?? {}) ? `is ${result.outcome ?? '-'}` : undefined;
};

/** What became of the answer, in a word for the table. */
export const becomes = ({ envelope: { result, name } }: Said, whole: Said): string => {
  if (result === undefined) return name ?? 'error';
  return result.outcome === whole.envelope.result?.outcome ? 'same' : (result.outcome ?? '-');
};

import path from 'node:path';

/** A folder of `src`, or one file of it; the longest row that fits a file is its room. */
export type Room = {
  /** What it is, for the page of the architecture. */
  readonly is: string;
  /** The rooms that it may import. Nothing else of the repo. */
  readonly rooms: readonly string[];
  /** The packages that it may import, Node's own included. No other. */
  readonly packages: readonly string[];
  /** Its answer depends on what it is given alone: no clock, no chance, no process, no network. */
  readonly pure?: true;
};

const cli = ['@salesforce/core', '@salesforce/sf-plugins-core'];

/** Every arrow of the house. Lint is made from this table, and so is the table in `docs/architecture.md`. */
export const house: Readonly<Record<string, Room>> = {
  model: {
    is: 'the language: facts, clues, causes, gates, findings, remedies, as types and small functions on them',
    rooms: [],
    packages: [],
    pure: true,
  },
  recognition: {
    is: 'text in, refusals out: wrappers are taken off, then phrases and statuses are looked up',
    rooms: ['model'],
    packages: [],
    pure: true,
  },
  'loginhistory/one-login': {
    is: 'what the rows of one login say: the failing row, the turning point, what was learnt of the integration',
    rooms: ['model'],
    packages: [],
    pure: true,
  },
  'loginhistory/event-log': {
    is: "the columns of the org's event log of logins, and its rows without the names in them",
    rooms: [],
    packages: ['csv-parse'],
    pure: true,
  },
  clues: {
    is: 'what several causes read in the facts, and the calendar of dates that Salesforce told',
    rooms: ['model', 'loginhistory/one-login'],
    packages: ['fastest-levenshtein', 'ipaddr.js'],
    pure: true,
  },
  causes: {
    is: 'one file for each root cause: what proves it, what rules it out, what cures it',
    rooms: ['model', 'clues'],
    packages: [],
    pure: true,
  },
  diagnosis: {
    is: 'judges causes on evidence: standing, role, rank, outcome; what to ask whoever has the text alone',
    rooms: ['model', 'clues', 'loginhistory/one-login', 'recognition'],
    packages: [],
    pure: true,
  },
  gates: {
    is: "an app's gates in Salesforce's order, as a view of the causes: open, closed, or not seen",
    rooms: ['model', 'clues', 'diagnosis'],
    packages: [],
    pure: true,
  },
  preview: {
    is: 'a change as a function from evidence to evidence, and what the one judgement makes of a login before and after it',
    rooms: ['model', 'clues', 'diagnosis', 'loginhistory/one-login', 'loginhistory/reading'],
    packages: [],
    pure: true,
  },
  'preview/look': {
    is: 'the integrations of an org, and the evidence of each',
    rooms: ['model', 'evidence', 'evidence/login', 'evidence/org', 'loginhistory/reading', 'preview'],
    packages: [],
    pure: true,
  },
  'preview/files': {
    is: 'a change, read from the files of a deployment: each element with its place',
    rooms: ['model', 'clues', 'evidence/org'],
    packages: [
      '@salesforce/core',
      '@salesforce/source-deploy-retrieve',
      'fast-xml-parser',
      'fast-xml-validator',
      'jszip',
      'node:fs',
      'node:fs/promises',
      'node:os',
      'node:path',
    ],
  },
  selftest: {
    is: 'what an org answered one way held against the other, and recorded logins against the judgement',
    rooms: [
      'model',
      'diagnosis',
      'evidence',
      'evidence/org',
      'loginhistory/reading',
      'preview',
      'preview/look',
      'recognition',
    ],
    packages: [],
    pure: true,
  },
  loginhistory: {
    is: 'what counted login rows mean: incidents, patterns, alarms, charts',
    rooms: ['model', 'recognition', 'loginhistory/reading'],
    packages: ['ipaddr.js'],
    pure: true,
  },
  'loginhistory/reading': {
    is: 'login rows, from an org in waves or from a file, counted as they come',
    rooms: ['model', 'recognition', 'evidence', 'evidence/org', 'loginhistory/event-log'],
    packages: ['csv-parse', 'node:fs', 'node:stream', 'node:stream/promises', 'node:timers/promises', 'node:zlib'],
  },
  'loginhistory/around': {
    is: 'what the org says of the time around an incident: changes, apps, policies',
    rooms: ['model', 'recognition', 'evidence', 'evidence/org', 'loginhistory', 'loginhistory/reading'],
    packages: [],
    pure: true,
  },
  'loginhistory/look': {
    is: 'one look at an org or a file, or one after another',
    rooms: ['model', 'evidence', 'loginhistory', 'loginhistory/around', 'loginhistory/reading'],
    packages: [],
  },
  files: {
    is: 'writes a file: whole where it is a plain one, into it where it is a device, a pipe or a link to one; looks for secrets before',
    rooms: [],
    packages: ['@secretlint', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:util'],
  },
  words: {
    is: 'reads `messages/`, and speaks from it',
    rooms: ['model'],
    packages: ['node:fs'],
  },
  report: {
    is: 'renderers: plain data and words in; text, HTML, CSV, metrics out',
    rooms: ['model', 'words'],
    packages: ['ansis', 'escape-string-regexp', 'ipaddr.js', 'node:util', 'string-width', 'wrap-ansi'],
    pure: true,
  },
  oauth: {
    is: 'how a request leaves, and the token endpoint: assertions, token requests, what its answers look like',
    rooms: ['model'],
    packages: ['jose', 'node:async_hooks', 'node:crypto', 'node:http', 'undici'],
  },
  evidence: {
    is: 'asks for every fact once; `waves.ts` is how a question is put, and only `org-port.ts` and what it sends by speak to an org',
    rooms: [
      'model',
      'loginhistory/one-login',
      'oauth',
      'recognition',
      'evidence/local',
      'evidence/login',
      'evidence/org',
    ],
    packages: ['@salesforce/core', 'fast-xml-parser', 'node:querystring', 'node:timers/promises', 'valibot'],
  },
  'evidence/local': {
    is: 'this machine: stored logins, key files, variables',
    rooms: ['files', 'model', 'oauth'],
    packages: ['@salesforce/core', 'node:fs/promises', 'node:path'],
  },
  'evidence/saved': {
    is: 'what was seen, kept in a file and read again: without secrets, for its owner only',
    rooms: ['files', 'model', 'recognition'],
    packages: ['node:fs/promises', 'node:path'],
  },
  'evidence/login': {
    is: 'the login host: is it there, does it know the key, the one attempt',
    rooms: ['model', 'oauth', 'recognition'],
    packages: [],
  },
  'evidence/org': {
    is: 'one file for each question to the org, and how its answer is read',
    rooms: ['model', 'evidence', 'loginhistory/event-log', 'loginhistory/one-login', 'oauth', 'recognition'],
    packages: ['escape-string-regexp'],
    pure: true,
  },
  waiting: {
    is: 'whether waiting helps, and when to ask again',
    rooms: ['model', 'clues', 'waiting/asks'],
    packages: ['node:timers/promises'],
  },
  'waiting/asks': {
    is: 'how the login host is asked again: by a probe, or by an attempt',
    rooms: ['model', 'evidence/login', 'oauth', 'recognition', 'waiting'],
    packages: [],
  },
  library: {
    is: 'the engine for Node programs: it judges what it is given, and opens no door',
    rooms: ['model', 'causes', 'diagnosis', 'recognition', 'report', 'words'],
    packages: [],
  },
  'recognize.ts': {
    is: 'what the package exports to programs that want no words',
    rooms: ['model', 'library'],
    packages: [],
  },
  'index.ts': { is: 'what the package exports', rooms: ['model', 'library'], packages: [] },
  look: {
    is: 'a file for each command: gather, judge, hand over plain data',
    rooms: [
      'model',
      'causes',
      'diagnosis',
      'evidence',
      'evidence/local',
      'evidence/org',
      'evidence/saved',
      'gates',
      'input',
      'library',
      'loginhistory',
      'loginhistory/look',
      'loginhistory/reading',
      'oauth',
      'preview',
      'preview/files',
      'preview/look',
      'selftest',
      'waiting',
      'words',
    ],
    packages: ['@salesforce/core/lifecycle'],
  },
  input: {
    is: 'flags, files and stored logins, made into a request',
    rooms: [
      'look',
      'model',
      'clues',
      'loginhistory',
      'loginhistory/reading',
      'oauth',
      'output',
      'preview',
      'preview/files',
      'recognition',
      'words',
    ],
    packages: ['@oclif/core', ...cli, 'fastest-levenshtein', 'ipaddr.js', 'node:fs/promises', 'node:stream'],
  },
  output: {
    is: 'formats, files, exit codes, help',
    rooms: ['look', 'files', 'model', 'input', 'loginhistory/look', 'recognition', 'report', 'waiting', 'words'],
    packages: ['@oclif/core'],
  },
  shell: {
    is: 'what every command does alike: wrong usage, trouble, signals, broken pipes, page, file, exit code',
    rooms: ['model', 'oauth', 'output', 'recognition', 'report', 'words'],
    packages: ['node:events', 'node:readline/promises', 'node:timers/promises', 'open', ...cli],
  },
  outcomes: {
    is: 'what a command of several ways comes to: a file for each way, from its flags to its ending',
    rooms: ['look', 'model', 'evidence/local', 'evidence/saved', 'input', 'output', 'shell', 'waiting'],
    packages: [],
  },
  hooks: {
    is: 'what the CLI runs of us beside the commands: our part of `sf doctor`',
    rooms: ['look', 'input', 'words'],
    packages: ['@salesforce/core/lifecycle'],
  },
  commands: {
    is: 'what oclif loads: flags, request, outcome',
    rooms: ['look', 'model', 'evidence/local', 'input', 'outcomes', 'output', 'shell', 'words'],
    packages: ['@oclif/core', '@salesforce/core'],
  },
};

const holds = (room: string, file: string): boolean => file === `src/${room}` || file.startsWith(`src/${room}/`);

/** The room of a file of `src`, by its path from the root of the repo. Undefined: it has none. */
export const roomOf = (file: string): string | undefined => {
  const [longest] = Object.keys(house)
    .filter((room) => holds(room, file))
    .toSorted((a, b) => b.length - a.length);
  return longest;
};

const isOf = (name: string, from: string): boolean => from === name || from.startsWith(`${name}/`);

/** Why a file may not import what stands in `from`; undefined: it may. */
export const refusalOf = (file: string, from: string): string | undefined => {
  const room = roomOf(file);
  const row = house[room ?? ''];
  if (room === undefined || row === undefined) return `${file} is in no room of scripts/house/arrows.ts.`;
  const name = `src/${room}`;
  if (!from.startsWith('.')) {
    return row.packages.some((one) => isOf(one, from)) ? undefined : `${name} may not import the package ${from}.`;
  }
  const other = roomOf(path.posix.join(path.posix.dirname(file), from));
  if (other === room || (other !== undefined && row.rooms.includes(other))) return undefined;
  return `${name} may import of src only: ${row.rooms.join(', ') || 'nothing'}.`;
};

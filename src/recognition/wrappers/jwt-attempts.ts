const production = 'https://login.salesforce.com';
const sandbox = 'https://test.salesforce.com';

/** One login host and the audience of the assertion that was sent there. */
export type Attempt = { readonly host: string; readonly audience: string };

const originOf = (url: string): string | undefined => {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
};

/**
 * The hosts and audiences that the CLI's JWT login tries, in its order (`getLoginAudienceCombos` in `@salesforce/core`):
 * from the login URL that was given and the audience (`SF_AUDIENCE_URL`, else production).
 */
export const loginAudiencePairs = (loginUrl: string, audienceUrl: string = production): Attempt[] => {
  const all: ReadonlyArray<readonly [string, string]> = [
    [loginUrl, loginUrl],
    [sandbox, sandbox],
    [production, production],
    [audienceUrl, audienceUrl],
    [audienceUrl, production],
    [audienceUrl, sandbox],
    [loginUrl, audienceUrl],
    [loginUrl, production],
    [loginUrl, sandbox],
    [production, audienceUrl],
    [sandbox, audienceUrl],
  ];
  const kept = new Map<string, Attempt>();
  for (const [host, audience] of all) {
    const mixed = (host === production && audience === sandbox) || (host === sandbox && audience === production);
    if (!mixed) kept.set(`${originOf(host) ?? host} ${originOf(audience) ?? audience}`, { host, audience });
  }
  return [...kept.values()];
};

/** One line of the CLI's list of JWT attempts. `host` and `audience` where the line says them or the order tells them. */
export type AttemptLine = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly list: number;
} & Partial<Attempt>;

const head = /errors\s+encountered\s{0,4}:(?:\s|\\{1,16}[nr]){1,8}/giu;
const nextHead = /errors\s{1,4}encountered/iu;
const lineBreak = /\r?\n|\\{1,16}n/gu;
const note = /\s{0,4}\[audience=([^\s\]]{1,300})\s+login=([^\s\]]{1,300})\]/u;
const ending = /^\s*(?:$|at\s|["'}]|try this|this is most likely|\(node|error\s?\(|stack|===|\*{3})/iu;

const mostLines = 12;
const longestList = 6000;

type RawLine = Omit<AttemptLine, 'list'>;

const rawLines = (source: string, from: number): RawLine[] => {
  const lines: RawLine[] = [];
  const region = source.slice(from, from + longestList).split(nextHead, 1)[0] ?? '';
  let start = 0;
  while (lines.length < mostLines && start < region.length) {
    lineBreak.lastIndex = start;
    const found = lineBreak.exec(region);
    const whole = region.slice(start, found?.index ?? region.length);
    const text = whole.split(/["']\s*[,}]/u)[0] ?? '';
    if (ending.test(text)) return lines;
    const said = note.exec(text);
    lines.push({
      start: from + start,
      end: from + start + text.length,
      text: text.replace(note, '').trim(),
      ...(said?.[1] === undefined || said[2] === undefined ? {} : { audience: said[1], host: said[2] }),
    });
    if (found === null || text.length < whole.length) return lines;
    start = lineBreak.lastIndex;
  }
  return lines;
};

const generic = new Set([production, sandbox]);
const instanceFlag = /(?:--instance-url|--instanceurl|-r)[ =]{1,2}["']?(https?:\/\/[^\s"']{1,200})/u;
const audienceVariable = /SF(?:DX)?_AUDIENCE_URL["']?\s{0,2}[=:]\s{0,2}["']?(https?:\/\/[^\s"']{1,200})/u;

const agrees = (pairs: readonly Attempt[], lines: readonly RawLine[]): boolean =>
  pairs.length === lines.length &&
  lines.every((line, index) => {
    const pair = pairs[index];
    return line.host === undefined || (line.host === pair?.host && line.audience === pair.audience);
  });

/** Which attempts the lines stand for, where their number and what some of them say leave one order only. */
const attemptsFor = (source: string, at: number, lines: readonly RawLine[]): readonly Attempt[] | undefined => {
  const before = source.slice(Math.max(0, at - longestList), at);
  const said = lines.flatMap((line) => [line.host, line.audience].filter((url) => url !== undefined));
  const flagged = instanceFlag.exec(before)?.[1];
  const audience = audienceVariable.exec(before)?.[1];
  const logins = flagged === undefined ? [...said.filter((url) => !generic.has(url)), production, sandbox] : [flagged];
  const audiences = audience === undefined ? [production, ...said] : [audience];
  const fitting = new Map<string, readonly Attempt[]>();
  for (const login of new Set(logins)) {
    for (const aud of new Set(audiences)) {
      const attempts = loginAudiencePairs(login, aud);
      if (agrees(attempts, lines)) fitting.set(JSON.stringify(attempts), attempts);
    }
  }
  const [only, other] = fitting.values();
  return other === undefined ? only : undefined;
};

/** The lines of every "Errors encountered" list in the text, with the attempt that each stands for as far as it can be told. */
export const readAttemptLines = (source: string): AttemptLine[] => {
  const found: AttemptLine[] = [];
  let list = 0;
  for (const heading of source.matchAll(head)) {
    const from = heading.index + heading[0].length;
    const lines = rawLines(source, from);
    const attempts = lines.length > 1 ? attemptsFor(source, heading.index, lines) : undefined;
    list += 1;
    const numbered = list;
    found.push(...lines.map((line, index) => ({ ...attempts?.[index], ...line, list: numbered })));
  }
  return found;
};

import { attemptsOf, type Attempt, type ListNotes } from './jwt-order.ts';

/** One line of the CLI's list of JWT attempts. `host` and `audience` where the line says them or the order tells them. */
export type AttemptLine = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly list: number;
} & Partial<Attempt>;

const head = /errors\s{1,4}encountered\s{0,4}:(?:\s|\\{1,16}[nr]){1,8}/giu;
const lineBreak = /\r?\n|\\{1,16}n/gu;
const note = /\s{0,4}\[audience=([^\s\]]{1,300})\s{1,4}login=([^\s\]]{1,300})\]/u;
/** What follows the list: the rest of the error, or what the shell, the runner or the package manager says of a command that failed. */
const ending =
  /^\s{0,40}(?:$|at\s|["'}]|try this|this is most likely|\(node|error\s?\(|stack|===|\*{3}|##\[|\[(?:error|info|pipeline)\b|[+$>]\s|npm err|make: |finished: |cleaning up|(?:script|command|process|job|step|build|task)\b[^\n]{0,40}\b(?:exit(?:ed)?|returned|completed|failed)\b|error: (?:process|job|script)\b|exit(?:ed)?\b[^\n]{0,20}\b(?:code|status)\b)/iu;

/** The CLI makes eleven attempts at most. */
const mostLines = 12;
const longestList = 6000;

type RawLine = Omit<AttemptLine, 'list'>;

const rawLines = (source: string, from: number, to: number): RawLine[] => {
  const lines: RawLine[] = [];
  const region = source.slice(from, Math.min(to, from + longestList));
  let start = 0;
  while (lines.length < mostLines && start < region.length) {
    lineBreak.lastIndex = start;
    const found = lineBreak.exec(region);
    const whole = region.slice(start, found?.index ?? region.length);
    const text = whole.split(/["']\s{0,12}[,}]/u)[0] ?? '';
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

const loginUrl =
  /(?:--instance-url|--instanceurl|-r|SF(?:DX)?_(?:ORG_)?INSTANCE_URL|org-instance-url|sfdcLoginUrl)["']?[ =:]{1,3}["']?(https?:\/\/[^\s"',\\]{1,200})/u;
const audienceUrl = /SF(?:DX)?_AUDIENCE_URL["']?\s{0,2}[=:]\s{0,2}["']?(https?:\/\/[^\s"',\\]{1,200})/u;
const farthest = 2000;

type Urls = Pick<ListNotes, 'loginUrl' | 'audienceUrl'>;

/** What stands between two lists: the command that led to the later one, and its environment. A later URL replaces an earlier one. */
const urlsIn = (source: string, from: number, to: number, before: Urls): Urls => {
  const piece = source.slice(Math.max(from, to - farthest), to);
  return {
    loginUrl: loginUrl.exec(piece)?.[1] ?? before.loginUrl,
    audienceUrl: audienceUrl.exec(piece)?.[1] ?? before.audienceUrl,
  };
};

/** The lines of every "Errors encountered" list in the text, with the attempt that each stands for as far as it can be told. Linear. */
export const readAttemptLines = (source: string): AttemptLine[] => {
  const found: AttemptLine[] = [];
  const told = new Map<string, Array<Partial<Attempt>>>();
  let urls: Urls = {};
  let done = 0;
  const headings = [...source.matchAll(head)];
  for (const [place, heading] of headings.entries()) {
    const from = heading.index + heading[0].length;
    const lines = rawLines(source, from, headings[place + 1]?.index ?? source.length);
    urls = urlsIn(source, done, heading.index, urls);
    done = from;
    const notes = lines.map(({ host, audience }) =>
      host === undefined ? {} : { host, audience },
    ) as ListNotes['notes'];
    const key = JSON.stringify([urls, notes]);
    const attempts = told.get(key) ?? (lines.length > 1 ? attemptsOf({ ...urls, notes }) : notes);
    told.set(key, [...attempts]);
    found.push(...lines.map((line, index) => ({ ...attempts[index], ...line, list: place + 1 })));
  }
  return found;
};

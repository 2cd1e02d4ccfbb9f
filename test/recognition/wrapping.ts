/** How a refusal is carried from where it was said to where a person reads it. Each takes a text and gives the text as it then looks. */
export type Wrapper = { readonly name: string; readonly wrap: (text: string) => string };

const everyLine = (text: string, change: (line: string, place: number) => string): string =>
  text
    .split('\n')
    .map((line, place) => change(line, place))
    .join('\n');

const colour = '\u001b[31m';
const plain = '\u001b[39m';

/** As a narrow screen breaks lines: between words. */
const wrappedAt = (width: number, text: string): string =>
  everyLine(text, (line) => {
    const lines = [''];
    for (const word of line.split(' ')) {
      const last = lines.at(-1) ?? '';
      if (last === '') lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join('\n');
  });

/** As a terminal does: at the last column, wherever that is. */
const cutAt = (width: number, text: string): string =>
  everyLine(text, (line) => line.replaceAll(new RegExp(`.{${width}}(?=.)`, 'gu'), '$&\n'));

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** The one that breaks words. */
export const cuts = 'a terminal of 80 columns';

export const wrappers: readonly Wrapper[] = [
  { name: 'as it is', wrap: (text) => text },
  { name: 'a string in JSON', wrap: (text) => JSON.stringify({ level: 'error', msg: text }) },
  {
    name: 'the JSON of sf',
    wrap: (text) =>
      JSON.stringify(
        { status: 1, name: 'SomeError', message: text, exitCode: 1, stack: `SomeError: ${text}` },
        undefined,
        2,
      ),
  },
  { name: 'a line of a log', wrap: (text) => `2026-11-23 08:15:00,123 ERROR [sync-3] acme.Sync - ${text}` },
  {
    name: 'a log with a date before every line',
    wrap: (text) => everyLine(text, (line) => `2026-11-23T08:15:00.1234567Z ${line}`),
  },
  {
    name: 'a log with date and level before every line',
    wrap: (text) => everyLine(text, (line) => `[2026-11-23 08:15:00] ERROR ${line}`),
  },
  { name: 'the log of a container', wrap: (text) => everyLine(text, (line) => `sync-1  | ${line}`) },
  { name: 'a quoted mail', wrap: (text) => everyLine(text, (line) => `> ${line}`) },
  { name: 'an indented block', wrap: (text) => everyLine(text, (line) => `        ${line}`) },
  { name: 'a box', wrap: (text) => everyLine(text, (line) => `│ ${line} │`) },
  { name: '80 columns', wrap: (text) => wrappedAt(80, text) },
  { name: '40 columns', wrap: (text) => wrappedAt(40, text) },
  { name: cuts, wrap: (text) => cutAt(80, text) },
  { name: 'line ends of Windows', wrap: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'colours', wrap: (text) => everyLine(text, (line) => `${colour}${line}${plain}`) },
  { name: 'colours in JSON', wrap: (text) => JSON.stringify(`${colour}${text}${plain}`) },
  { name: 'entities', wrap: (text) => text.replaceAll(/["&'<>]/gu, (char) => entities.get(char) ?? char) },
  { name: 'a page', wrap: (text) => `<div class="message"><pre>${text}</pre></div>` },
  { name: 'curly quotes', wrap: (text) => text.replaceAll(/"([^"\n]*)"/gu, '“$1”').replaceAll("'", '’') },
  { name: 'a mark of order', wrap: (text) => `\ufeff${text}` },
  { name: 'a field of a table', wrap: (text) => `"2026-11-23";"sync";"${text.replaceAll('"', '""')}";"nightly"` },
  { name: 'a list of Python', wrap: (text) => `["step one done", '${text.replaceAll("'", String.raw`\'`)}']` },
  { name: 'a code block', wrap: (text) => `It says:\n\n\`\`\`\n${text}\n\`\`\`\n\nPlease help.` },
  {
    name: 'another language',
    wrap: (text) => `Der nächtliche Lauf bricht ab. Meldung:\n${text}\nシステム管理者に連絡してください。`,
  },
  {
    name: 'a stack trace',
    wrap: (text) =>
      `Exception in thread "main" acme.RunFailed: ${text}\n\tat acme.Run.main(Run.java:12)\n\t... 3 more\n`,
  },
  { name: 'cut off after it', wrap: (text) => `${text}\n[truncated` },
];

/** What happens to a whole file, after everything else. */
export const encodings: readonly Wrapper[] = [
  { name: 'as it is', wrap: (text) => text },
  { name: 'a mark of order', wrap: (text) => `\ufeff${text}` },
  { name: 'UTF-16 taken for bytes', wrap: (text) => Array.from(text, (char) => `${char}\0`).join('') },
];

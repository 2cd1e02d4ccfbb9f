/**
 * A small validator of exposition text: what both OpenMetrics 1.0 and the text format 0.0.4 (which the textfile collector of the
 * node exporter reads) allow. Types: gauges alone, since others are named differently in the two.
 */
type Labels = Readonly<Record<string, string>>;

const metricName = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const labelName = '[a-zA-Z_][a-zA-Z0-9_]*';
const quotedText = String.raw`"(?:[^"\\\n]|\\["\\n])*"`;
const number = String.raw`-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN`;

const meta = new RegExp(`^# (TYPE|HELP) (${metricName}) (.+)$`, 'u');
const sample = new RegExp(
  String.raw`^(${metricName})(?:\{(${labelName}=${quotedText}(?:,${labelName}=${quotedText})*)\})? (${number})$`,
  'iu',
);
const label = new RegExp(String.raw`(${labelName})=(${quotedText})`, 'gu');

const unescaped = (text: string): string =>
  text.slice(1, -1).replaceAll(/\\(.)/gu, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));

const keyOf = (name: string, labels: Labels): string =>
  JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

const labelsIn = (text: string): Labels => {
  const pairs = [...text.matchAll(label)].map(([, name = '', value = '']) => [name, unescaped(value)] as const);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`A label twice: ${text}`);
  return Object.fromEntries(pairs);
};

const linesOf = (text: string): readonly string[] => {
  if (!text.endsWith('# EOF\n')) throw new Error('No # EOF at the end');
  const lines = text.slice(0, -'# EOF\n'.length).split('\n');
  if (lines.pop() !== '') throw new Error('The last line has no line break');
  return lines;
};

/** All lines of a family stand together. */
const families = () => {
  const finished = new Set<string>();
  let family: string | undefined;
  return (name: string): void => {
    if (name === family) return;
    if (finished.has(name)) throw new Error(`The family ${name} is not in one piece`);
    if (family !== undefined) finished.add(family);
    family = name;
  };
};

/** The value of a sample, by name and labels. Throws where the text is not valid. */
export const parseMetrics = (text: string): ((name: string, labels: Labels) => number | undefined) => {
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  const enter = families();
  const readMeta = (line: string): boolean => {
    const [, kind, name = '', rest] = meta.exec(line) ?? [];
    if (kind === undefined) return false;
    enter(name);
    if (kind === 'TYPE' && rest !== 'gauge') throw new Error(`Not in both formats: ${line}`);
    if (kind === 'TYPE') typed.add(name);
    return true;
  };
  const readSample = (line: string): void => {
    const [whole, name = '', labelText = '', value] = sample.exec(line) ?? [];
    if (whole === undefined) throw new Error(`Neither a sample nor a comment: ${line}`);
    enter(name);
    if (!typed.has(name)) throw new Error(`No type before ${line}`);
    const key = keyOf(name, labelsIn(labelText));
    if (samples.has(key)) throw new Error(`Twice: ${line}`);
    samples.set(key, Number(value));
  };
  for (const line of linesOf(text)) if (!readMeta(line)) readSample(line);
  return (name, labels) => samples.get(keyOf(name, labels));
};

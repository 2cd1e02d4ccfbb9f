import { wholeDays } from '../../clues/times.ts';
import type { Alteration, Edit, FilePlace, PreviewLint } from '../../model/index.ts';
import type { Element } from './element.ts';
import { lintsIn, type Lint } from './lint-elements.ts';
import type { ReadChange } from './read-change.ts';

const ofUrl = (url: string, at: FilePlace): readonly Lint[] => {
  const values = { url };
  if (/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/iu.test(url))
    return [{ rule: 'callback-localhost', level: 'note', at, values }];
  if (url.includes('*')) return [{ rule: 'callback-wildcard', level: 'warning', at, values }];
  return /^http:/iu.test(url) ? [{ rule: 'callback-http', level: 'error', at, values }] : [];
};

/** What ends within this time is worth a word. */
const soonDays = 30;

const ofCertificate = (on: string, at: FilePlace, now: string): readonly Lint[] => {
  const left = wholeDays(now, on);
  if (left < 0) return [{ rule: 'certificate-over', level: 'error', at, values: { on } }];
  return left <= soonDays ? [{ rule: 'certificate-soon', level: 'warning', at, values: { on } }] : [];
};

type Setting<S extends Alteration['set']> = Extract<Alteration, { readonly set: S }>;

/** Whoever must be approved has to be named somewhere. */
const namesSomebody = (app: string, file: string, edits: readonly Edit[]): boolean =>
  edits.some(
    ({ setting, at, perhaps }) =>
      perhaps !== true && setting.set === 'app-carriers' && setting.app === app && at?.file === file,
  );

const ofApp = (
  setting: Setting<'permitted-users' | 'refresh-token-policy' | 'callback-urls'>,
  at: FilePlace,
  edits: readonly Edit[],
): readonly Lint[] => {
  switch (setting.set) {
    case 'callback-urls':
      return setting.value.flatMap((url) => ofUrl(url, at));
    case 'refresh-token-policy':
      return setting.value.kind === 'infinite' ? [{ rule: 'endless-tokens', level: 'warning', at }] : [];
    case 'permitted-users':
      return setting.value === 'self-authorized' || namesSomebody(setting.app, at.file, edits)
        ? []
        : [{ rule: 'preauthorized-nobody', level: 'note', at }];
  }
};

const ofEdit = ({ setting, at, perhaps }: Edit, edits: readonly Edit[], now: string): readonly Lint[] => {
  if (at === undefined || perhaps === true) return [];
  switch (setting.set) {
    case 'certificate':
      return setting.value === undefined ? [] : ofCertificate(setting.value.notAfter, at, now);
    case 'callback-urls':
    case 'refresh-token-policy':
    case 'permitted-users':
      return ofApp(setting, at, edits);
    default:
      return [];
  }
};

/** An org's own certificate. Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_certificate.htm */
const expiries = (root: Element, now: string): readonly Lint[] =>
  root.name !== 'Certificate'
    ? []
    : root.children
        .filter(({ name, text }) => name === 'expirationDate' && !Number.isNaN(Date.parse(text)))
        .flatMap(({ text, at }) => ofCertificate(text, at, now));

/**
 * Since Spring '26 no org creates connected apps, but where Salesforce Support allows it.
 * Source: https://help.salesforce.com/s/articleView?id=005228017&type=1
 */
const newApps = (files: ReadChange['files'], apps: readonly string[] | undefined): readonly Lint[] => {
  const there = apps && new Set(apps.map((name) => name.toLowerCase()));
  return files.flatMap(({ type, fullName, root }): readonly Lint[] => {
    const names = [fullName, ...root.children.flatMap(({ name, text }) => (name === 'label' ? [text] : []))];
    const isNew =
      type === 'ConnectedApp' && there !== undefined && !names.some((name) => there.has(name.toLowerCase()));
    return isNew ? [{ rule: 'connected-app-new', level: 'warning', at: root.at, values: { app: fullName } }] : [];
  });
};

export type Say = (rule: string, values: Readonly<Record<string, string>>) => string;

/** What stands in the files alone, whoever logs in: the worst first, then by place. Pure. */
export const lintOf = (
  { edits, files, unreadable, keys }: ReadChange,
  {
    now,
    say,
    apps,
  }: {
    readonly now: string;
    readonly say: Say;
    /** What the apps of the org are called; absent: that was not seen. */
    readonly apps?: readonly string[] | undefined;
  },
): readonly PreviewLint[] => {
  const all: readonly Lint[] = [
    ...unreadable.map(({ at, why }): Lint => ({ rule: 'unreadable', level: 'error', at, values: { why } })),
    ...edits.flatMap((edit) => ofEdit(edit, edits, now)),
    ...newApps(files, apps),
    ...files.flatMap(({ root }) => [...lintsIn(root), ...expiries(root, now)]),
    ...keys.map((at): Lint => ({ rule: 'private-key', level: 'error', at })),
  ];
  const levels = ['error', 'warning', 'note'];
  return all
    .map(({ values = {}, ...lint }) => ({ ...lint, text: say(lint.rule, values) }))
    .toSorted(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        a.at.file.localeCompare(b.at.file) ||
        a.at.line - b.at.line,
    );
};

/** A file that the client could not open or found empty or broken, and what kind its path tells. */
export type MissingFile = {
  readonly entry: 'key.file_missing' | 'store.file_missing';
  readonly start: number;
  readonly end: number;
};

const said =
  /ENOENT|EACCES|EISDIR|EPERM|no such file or directory|cannot find the file|could not find file|FileNotFound(?:Error|Exception)|file (?:does not exist|not found)|failed to open stream|parse error in file/giu;

const keyPath = /(?:\.(?:key|pem|p8|pk8|jks|p12|pfx|keystore|der)\b|private[_-]?key|jwt[_-]?key|server\.key)/iu;
const storePath = /(?:key\.json|[/\\]\.sfd?x?[/\\]|alias\.json|keychain|sfdx-config\.json)/iu;

const around = 250;

/** Files that are said to be missing, shut or broken, where the path tells that it is the private key or the CLI's own store. */
export const readMissingFiles = (source: string): MissingFile[] => {
  const found: MissingFile[] = [];
  let done = 0;
  for (const match of source.matchAll(said)) {
    const end = match.index + match[0].length;
    const line = `${
      source
        .slice(Math.max(done, match.index - around), match.index)
        .split('\n')
        .at(-1) ?? ''
    }${source.slice(match.index, end + around)}`;
    const entry = keyPath.test(line) ? 'key.file_missing' : storePath.test(line) ? 'store.file_missing' : undefined;
    if (entry !== undefined && match.index >= done) {
      found.push({ entry, start: match.index, end });
      done = end + around;
    }
  }
  return found;
};

/** As a shell takes it: POSIX quotes where a word needs them. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A command with those of its flags that have a value. */
export const commandLine = (command: string, flags: ReadonlyArray<readonly [string, string | undefined]>): string =>
  [command, ...flags.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag} ${quoted(value)}`]))].join(' ');

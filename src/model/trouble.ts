/** What was thrown, in its own words. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The tool's own trouble, with a key of `messages/trouble.md` and what fills it. The commands turn it into an `SfError`. */
export class Trouble extends Error {
  public readonly key: string;
  public readonly values: Readonly<Record<string, string>>;

  public constructor(key: string, values: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(key, { cause });
    this.name = 'Trouble';
    this.key = key;
    this.values = values;
  }
}

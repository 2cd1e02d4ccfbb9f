/**
 * A client that may keep Salesforce's answer to itself, and the signs by which a text shows it. The switch that makes it print the
 * answer stands in `messages/notes.md` under `talk.<id>`; `source` is where it is documented.
 */
export type Client = {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly string[];
  readonly source: string;
};

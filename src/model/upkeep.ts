/** What only a person does to an app, by documented commands and paths. Every word is filled for this org. */
export type Upkeep = {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  /** In the order in which they are run. */
  readonly commands: readonly string[];
  readonly risk?: string;
  /** What stands in the way of it, a sentence each. */
  readonly inTheWay?: readonly string[];
  /** The public pages that say so. */
  readonly sources: readonly string[];
};

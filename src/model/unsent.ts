/** Thrown where a request would leave and none may: what comes after depends on its answer. */
export class Unsent extends Error {
  public constructor() {
    super('No request may leave.');
    this.name = 'Unsent';
  }
}

/** Work that needs no answer of other work goes on where that one was not sent. */
export type Listing = {
  /** What `work` comes to; `otherwise` where it needs an answer. */
  readonly or: <T>(work: Promise<T>, otherwise: T) => Promise<T>;
  /** Throws `Unsent` where anything was not sent: nothing may be made of what is then missing. */
  readonly end: () => void;
};

export const listing = (): Listing => {
  let held: Unsent | undefined;
  return {
    or: async (work, otherwise) => {
      try {
        return await work;
      } catch (error) {
        if (!(error instanceof Unsent)) throw error;
        held = error;
        return otherwise;
      }
    },
    end: () => {
      if (held !== undefined) throw held;
    },
  };
};

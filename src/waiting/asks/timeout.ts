/** A login host that has not answered by then is taken for silent. */
export const usualTimeoutMs = 10_000;

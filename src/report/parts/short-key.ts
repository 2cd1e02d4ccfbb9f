/** A consumer key is longer than a line, and nobody reads its middle. */
export const shortKey = (name: string): string =>
  /^\S{40,}$/u.test(name) ? `${name.slice(0, 8)}…${name.slice(-6)}` : name;

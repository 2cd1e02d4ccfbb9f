/** The time of the simulated world, epoch ms. It runs on by itself unless it was made to stand. */
export type Clock = {
  now(): number;
  advance(ms: number): void;
  set(at: number): void;
};

export const createClock = ({ at, standing = false }: { at?: number; standing?: boolean } = {}): Clock => {
  const real = (): number => (standing ? 0 : Date.now());
  let offset = (at ?? Date.now()) - real();
  return {
    now: () => real() + offset,
    advance: (ms) => {
      offset += ms;
    },
    set: (to) => {
      offset = to - real();
    },
  };
};

/**
 * The only place that gives exit codes; `--help` prints them from here. 69 as the CLI's own `--wait` when time is up
 * (`sf org create scratch`); 130 and 143 as the shells count: 128 and the number of the signal.
 */
export const exitCodes = {
  healthy: 0,
  toolFailed: 1,
  wrongUsage: 2,
  causeFound: 3,
  inconclusive: 4,
  transient: 5,
  gaveUp: 69,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitName = keyof typeof exitCodes;

/** By these a command is ended from outside. */
export const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

export type EndSignal = (typeof endSignals)[number];

/** A closed terminal, too, is somebody who went away. */
export const exitCodeOfSignal = (signal: EndSignal): number =>
  signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;

import { endSignals as signals, type EndSignal } from '../../model/index.ts';
import type { Credential } from '../../oauth/index.ts';

type Listener = (signal: EndSignal) => void;

/** As much of `process` as is needed. */
export type Signalled = {
  listeners(event: EndSignal): readonly unknown[];
  removeAllListeners(event: EndSignal): unknown;
  on(event: EndSignal, listener: Listener): unknown;
};

export type Holding = {
  readonly source: Signalled;
  /** Someone wants to end now, and must wait. Called once. */
  readonly onHeld: () => void;
  /** The time to end has come, late. */
  readonly end: (signal: EndSignal) => void;
};

/** Whoever listened steps aside until `release`, which tells whether someone wanted to end meanwhile. */
const hold = ({ source, onHeld }: Holding): (() => EndSignal | undefined) => {
  let wanted: EndSignal | undefined;
  const others = signals.map((signal) => [signal, source.listeners(signal) as readonly Listener[]] as const);
  for (const signal of signals) {
    source.removeAllListeners(signal);
    source.on(signal, () => {
      if (wanted === undefined) onHeld();
      wanted ??= signal;
    });
  }
  return () => {
    for (const [signal, listeners] of others) {
      source.removeAllListeners(signal);
      for (const listener of listeners) source.on(signal, listener);
    }
    return wanted;
  };
};

/**
 * A credential that may not be cut off: once a refresh token is sent, the new one may come back, and then the old one is dead.
 * Whoever ends the command while it is under way is held until the new token is kept. Where it is not, that must be told first.
 */
export const held = (credential: Credential, holding: Holding): Credential =>
  credential.how !== 'refresh-token'
    ? credential
    : {
        how: credential.how,
        spend: async (on, send) => {
          const release = hold(holding);
          let mustBeTold = false;
          try {
            const spent = await credential.spend(on, send);
            mustBeTold = spent.state === 'sent' && (spent.rotation === 'lost' || spent.rotation === 'unknown');
            return spent;
          } finally {
            const wanted = release();
            if (wanted !== undefined && !mustBeTold) holding.end(wanted);
          }
        },
      };

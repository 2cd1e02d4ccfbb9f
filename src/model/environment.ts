/** A variable of this machine and the address in it, without user and password. */
export type Setting = { readonly variable: string; readonly url: string };

/** `usable`: an http or https address. Whatever else stands there carries nothing. */
export type ProxySetting = Setting & { readonly usable: boolean };

export type CaProblem = 'missing' | 'unreadable' | 'no-certificate';

/** What the variables of this machine do to a login from here. Never a secret. */
export type Environment = {
  /** The proxy that a request to the login host takes; absent: none is set, or `NO_PROXY` leaves the host out. */
  readonly proxy?: ProxySetting;
  /** `NODE_EXTRA_CA_CERTS`. */
  readonly extraCa?: { readonly path: string; readonly problem?: CaProblem };
  /** `NODE_TLS_REJECT_UNAUTHORIZED=0`: no certificate is checked. */
  readonly checksOff?: true;
  /** Sets the `aud` of every JWT login of the CLI. */
  readonly audience?: Setting;
  /** Where the CLI logs in, where nobody gives it an instance URL. */
  readonly instance?: Setting;
};

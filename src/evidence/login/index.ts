export * from './attempt.ts';
export * from './browser-attempt.ts';
export * from './host-kind.ts';
export * from './host-of-row.ts';
export * from './introspection.ts';
export * from './key-probe.ts';
export * from './login-host.ts';

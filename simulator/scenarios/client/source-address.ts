import type { Client } from '../client.ts';

/** The header by which the simulator is told where a request comes from. */
export const from = ({ sourceIp }: Client): Record<string, string> =>
  sourceIp === undefined ? {} : { 'x-simulated-source-ip': sourceIp };

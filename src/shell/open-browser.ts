import { once } from 'node:events';

/** As for the CLI: in a container there is no browser. */
const inContainer = ({ SF_CONTAINER_MODE, SFDX_CONTAINER_MODE }: NodeJS.ProcessEnv): boolean =>
  [SF_CONTAINER_MODE, SFDX_CONTAINER_MODE].includes('true');

/** Opens an address in the person's browser, by the package by which the CLI does. Whether that went well, as far as it tells. Never throws. */
export const openBrowser = async (url: string, env: NodeJS.ProcessEnv): Promise<boolean> => {
  if (inContainer(env)) return false;
  const { default: open } = await import('open');
  try {
    const program = await open(url, { wait: false });
    if (program.exitCode !== null) return program.exitCode === 0;
    const [code] = (await once(program, 'exit')) as [number | null];
    return code === null || code === 0;
  } catch {
    return false;
  }
};

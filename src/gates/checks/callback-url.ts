import { check, closed, open } from '../check.ts';
import type { GateRule } from '../gate.ts';

const urls = check('urls', { needs: ['appOauth'] }, ({ appOauth }, { callbackUrl }) => {
  if (appOauth === undefined) return undefined;
  const { callbackUrls } = appOauth;
  const values = { urls: callbackUrls.join(', ') };
  if (callbackUrls.length === 0) return closed('callback-url-missing', 'none');
  if (callbackUrl === undefined) return open('some', values);
  return callbackUrls.includes(callbackUrl)
    ? open('listed', { url: callbackUrl })
    : closed('redirect-uri-mismatch', 'not-listed', { ...values, url: callbackUrl });
});

/** Does Salesforce send the browser back to the client? */
export const callbackUrl: GateRule = { id: 'callback-url', flows: ['web'], checks: [urls] };

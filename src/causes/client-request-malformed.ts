import { cause } from '../clues/cause.ts';
import { clueWith, suggests } from '../model/index.ts';

const id = 'client-request-malformed';

export default cause({
  id,
  gate: 'app',
  blocks: true,
  sources: ['oauth-errors'],
  clues: [
    // A client that asks for a token at the authorize endpoint goes by the user-agent flow, which has a switch of its own.
    clueWith('user-agent-flow', { needs: ['refusals'], also: ['oauthSettings'] }, ({ refusals, oauthSettings }) =>
      oauthSettings?.userAgentFlowBlocked === true && refusals.some(({ code }) => code === 'unsupported_response_type')
        ? suggests()
        : undefined,
    ),
  ],
  remedies: [{ id: 'fix-request', who: 'developer', effect: 'changes-client' }],
});

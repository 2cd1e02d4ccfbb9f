import flowNotEnabled from './flow-not-enabled.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(flowNotEnabled, { told: 'client credentials flow not enabled' });

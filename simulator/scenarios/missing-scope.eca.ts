import missingScope from './missing-scope.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(missingScope, { told: 'not valid for use with the REST API', row: 'Success' });

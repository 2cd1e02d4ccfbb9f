import refreshTokenPolicyExpired from './refresh-token-policy-expired.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(refreshTokenPolicyExpired, { told: 'expired access/refresh token' });

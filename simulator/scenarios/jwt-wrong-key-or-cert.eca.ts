import jwtWrongKeyOrCert from './jwt-wrong-key-or-cert.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(jwtWrongKeyOrCert, { told: 'invalid assertion' });

import { nextId } from '../ids.ts';
import type { OrgCertificate } from '../types.ts';
import { audit } from './act.ts';
import type { Act } from './act.ts';

const section = 'Certificate and Key Management';

/** A certificate of Certificate and Key Management; an uploaded chain takes the place of what stood under its name. */
export const uploadCertificate = (act: Act, given: Omit<OrgCertificate, 'id'>): void => {
  const { certificates } = act.org;
  const known = certificates.find(({ developerName }) => developerName === given.developerName);
  if (known === undefined) {
    certificates.push({ id: nextId(act.org, '0P1'), ...given });
    audit(act, 'insertCertificate', section, `Created Certificate ${given.label}`);
    return;
  }
  Object.assign(known, given);
  audit(act, 'uploadCertificateChain', section, `Uploaded Certificate Chain for ${given.label}`);
};

/** No action code is known for a certificate that goes. */
export const deleteCertificate = ({ org }: Act, certificate: OrgCertificate): void => {
  org.certificates = org.certificates.filter((one) => one !== certificate);
};

/** What only ever names a secret, as parts of a pattern. */
export const secretNames = [
  '(?:client|consumer|app)[_ -]{0,1}secret',
  'client[_-]{0,1}assertion',
  'assertion',
  '[A-Za-z0-9]{0,30}pass(?:word|wd|phrase|code)',
  'pwd',
  '(?:access|refresh|id|security|delete|bearer|session|oauth|subject|actor|auth)[_ -]{0,1}token',
  'session[_ -]{0,1}id',
  'sid',
  'sfdx[_-]{0,1}auth[_-]{0,1}url',
  'code[_-]{0,1}verifier',
  'device[_-]{0,1}code',
  '(?:auth|authorization|access)[_ -]{0,1}code',
  'private[_-]{0,1}key',
  'saml[_-]{0,1}response',
  'api[_-]{0,1}key',
  // "Password" in the languages in which Salesforce is used.
  'passwort|kennwort|contrase(?:ñ|n)a|clave de acceso|mot[_ -]de[_ -]passe|mdp|senha|palavra-passe|wachtwoord',
  'hasło|haslo|пароль|lösenord|losenord|salasana|parola d.ordine|parola|şifre|sifre|heslo|jelszó|jelszo|adgangskode|passord',
  'パスワード|密码|密碼|口令|비밀번호|암호|รหัสผ่าน|mật khẩu|kata sandi|סיסמה|كلمة المرور|κωδικός πρόσβασης|парола|лозинка',
].join('|');

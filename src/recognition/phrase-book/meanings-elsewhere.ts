import type { Meaning } from './meanings.ts';

/**
 * The same meanings in German, French, Spanish, Portuguese, Italian, Dutch, Norwegian, Swedish, Danish, Finnish and Polish, parted by `|`: statuses of a Login History that was
 * pasted from an org in another language, and what vendors tell their users. Accents do not matter.
 */
export const otherWords: Readonly<Partial<Record<Meaning, string>>> = {
  user: 'Benutzer | Benutzername | utilisateur | nom d’utilisateur | usuario | usuário | gebruiker | gebruikersnaam | bruker | brukernavn | utente | nome utente | användare | användarnamn | bruger | brugernavn | käyttäjä | użytkownik',
  password:
    'Kennwort | Passwort | mot de passe | contraseña | senha | wachtwoord | passord | lösenord | adgangskode | salasana | hasło',
  locked:
    'gesperrt | verrouillé | bloqueado | bloqueada | vergrendeld | låst | bloccato | bloccata | spärrad | låst ute | lukittu | zablokowany',
  frozen:
    'eingefroren | gelé | gelée | congelado | congelada | bevroren | frosset | fryst | congelato | congelata | jäädytetty | zamrożony',
  failedLogins:
    'Kennwortsperre | Kennwortsperrung | verrouillage du mot de passe | bloqueo de contraseña | bloqueio de senha | wachtwoordvergrendeling | blocco password | blocco della password | lösenordslåsning | zablokowane hasło',
  inactive:
    'inaktiv | inactif | inactivo | inativo | inactief | inattivo | inattiva | disattivato | inaktivt | inaktiivinen | nieaktywny | deaktiviert',
  expired:
    'abgelaufen | expiré | expirée | caducado | caducada | expirado | expirada | expirou | verlopen | utløpt | scaduta | scaduto | har gått ut | utgånget | udløbet | vanhentunut | wygasło | wygasł',
  dead: 'abgelaufen | widerrufen | expiré | révoqué | caducado | revocado | expirado | revogado | expirou | verlopen | ungültig | utløpt | scaduto | scaduta | revocata | har gått ut | udløbet | wygasł',
  wrong:
    'ungültig | falsch | non valide | invalide | incorrecte | no válido | no válida | incorrecto | incorrecta | inválido | inválida | incorreta | ongeldig | ugyldig | feil | non valido | non valida | errata | errato | ogiltigt | ogiltig | felaktigt | ugyldigt | forkert | virheellinen | nieprawidłowe | nieprawidłowy',
  missing:
    'erforderlich | fehlt | requis | requise | manquant | obligatorio | requerido | falta | necessário | vereist | mangler | obbligatorio | mancante | saknas | krävs | mangler | puuttuu | wymagany',
  demanded:
    'erforderlich | requis | requise | obligatorio | requerido | necessário | vereist | påkrevd | obbligatorio | richiesto | krävs | påkrævet | vaaditaan | wymagany',
  securityToken:
    'Sicherheitstoken | jeton de sécurité | token de seguridad | token de segurança | beveiligingstoken | sikkerhetstoken | token di sicurezza | säkerhetstoken | token zabezpieczający',
  bareToken:
    'Token anhängen | Token angehängt | Token an das Passwort | Token an das Kennwort | ajouter le jeton | jeton au mot de passe | jeton à la suite du mot de passe | añadir el token | agregar el token | token a la contraseña | token al final de la contraseña | adicionar o token | acrescentar o token | token à senha | token aan het wachtwoord | token alla password | token in coda alla password',
  accessToken:
    'Zugriffstoken | jeton d’accès | jeton | token de acceso | token de acesso | toegangstoken | tilgangstoken | token di accesso | åtkomsttoken | adgangstoken',
  refreshToken:
    'Aktualisierungstoken | jeton d’actualisation | token de actualización | token de atualização | vernieuwingstoken | token di aggiornamento | uppdateringstoken | opdateringstoken',
  ip: 'IP-Adresse | adresse IP | dirección IP | endereço IP | IP-adres | indirizzo IP | IP-adress | adres IP',
  blocked:
    'eingeschränkt | blockiert | restreint | restreinte | bloqué | restringido | restringida | restrito | restrita | geblokkeerd | blokkert | limitato | limitata | bloccata | begränsad | begrænset | estetty | ograniczony',
  api: 'API-Zugriff | accès API | acceso a la API | acesso à API | API-toegang | API-tilgang',
  off: 'deaktiviert | nicht aktiviert | désactivé | désactivée | desactivado | desactivada | desativado | desativada | uitgeschakeld | deaktivert | disabilitato | disabilitata | disattivata | inaktiverad | wyłączony',
  org: 'organisatie | organisasjon | organización | organização | organizzazione',
  app: 'verbundene App | verbundene Anwendung | application connectée | aplicación conectada | aplicativo conectado | applicazione connessa | app connessa | ansluten app',
  notApproved:
    'nicht genehmigt | nicht autorisiert | non approuvé | non autorisé | no aprobado | no autorizado | não aprovado | não autorizado | non approvato | non autorizzato | inte godkänd | ikke godkendt',
  quota:
    'Anmelderate | Anmeldungsrate | Grenzwert | taux de connexion | limite de connexions | tasa de inicio de sesión | taxa de login | frequenza di accesso | aanmeldingslimiet | limite | límite | limiet',
  exceeded:
    'excedida | superada | atingido | atingida | alcanzado | alcanzada | atteint | atteinte | erreicht | raggiunto | bereikt | ylitetty | überschritten | dépassé | dépassée | excedido | superado | ultrapassado | overschreden | overskredet | superato | overskreds | överskriden | przekroczono',
  loggedOut:
    'abgemeldet | ausgeloggt | déconnecté | déconnectée | se ha cerrado la sesión | cerró la sesión | desconectado | uitgelogd | afgemeld | disconnesso',
  session: 'Sitzung | sesión | sessão | sessie | sessione',
  ended:
    'abgelaufen | ungültig | expiré | expirée | caducado | caducada | expirado | expirada | expirou | verlopen | scaduta | non valide | no válida | inválida | ongeldig',
  reconnect:
    'erneut verbinden | reconnecter | volver a conectar | reconectar | opnieuw verbinden | koble til på nytt | riconnettere | återanslut',
  loginFailed:
    'Anmeldung fehlgeschlagen | Authentifizierung fehlgeschlagen | échec de l’authentification | échec de la connexion | erreur d’authentification | error de autenticación | error al iniciar sesión | falha na autenticação | falha no login | inloggen mislukt | pålogging mislyktes | accesso non riuscito | autenticazione non riuscita | errore di accesso | inloggningen misslyckades | login mislykkedes | kirjautuminen epäonnistui | logowanie nie powiodło się | error de inicio de sesión',
};

/** Japanese, Chinese, Korean and Russian, whose letters stand for themselves: looked up as they are written. */
export const otherScripts: Readonly<Partial<Record<Meaning, string>>> = {
  user: 'ユーザー名 | ユーザ名 | ユーザー | ユーザ | 用户名 | 用户 | 使用者 | 사용자 | пользователь | пользователя | имя пользователя',
  password: 'パスワード | 密码 | 密碼 | 비밀번호 | пароль | пароля',
  frozen: '凍結 | 冻结 | 동결 | заморожен',
  failedLogins: 'パスワードのロックアウト | パスワードロックアウト | 密码锁定 | 密碼鎖定 | 비밀번호 잠금',
  locked: 'ロック | 锁定 | 鎖定 | 잠금 | 잠겼 | заблокирован',
  inactive: '無効なユーザ | 已停用 | 비활성 | неактивен | деактивирован',
  expired: '期限切れ | 有効期限が切れ | 过期 | 過期 | 到期 | 만료 | истек | истёк | просрочен',
  dead: '期限切れ | 有効期限が切れ | 取り消され | 无效 | 無効 | 过期 | 撤销 | 만료 | истек | отозван | недействителен',
  wrong:
    '無効 | 正しくありません | 間違って | 一致しません | 无效 | 無效 | 错误 | 不正确 | 잘못된 | 유효하지 | неверный | неверное | неправильный | недопустимый | недействительный',
  mfa: 'コンピューターの有効化 | コンピュータの有効化 | デバイスの有効化 | 多要素認証 | 検証コード | 多因素身份验证 | 다단계 인증',
  apiVersion: 'API バージョン | APIバージョン',
  retired: '削除されています | 廃止されました | サポートされていません',
  missing: '必要です | 必須 | 需要 | 必须 | 필요',
  demanded: '必要です | 必須 | 需要 | 必须 | 필요',
  securityToken: 'セキュリティトークン | 安全令牌 | 安全标记 | 보안 토큰 | маркер безопасности | токен безопасности',
  accessToken: 'アクセストークン | トークン | セッション | 访问令牌 | 令牌 | 토큰 | маркер доступа | токен доступа',
  refreshToken: '更新トークン | リフレッシュトークン | 刷新令牌 | 새로 고침 토큰 | маркер обновления',
  ip: 'IPアドレス | IP アドレス | IP地址 | IP 地址 | IP 주소 | IP-адрес',
  blocked: '制限 | 禁止 | 許可されていません | ブロック | 限制 | 阻止 | 제한 | 차단 | ограничен | запрещен',
  api: 'APIの有効化 | API の有効化 | API 启用 | 启用 API | API 사용 | API アクセス | APIアクセス | API 访问',
  off: 'OFFになって | オフになって | OFF になって | 無効になって | 無効化 | 有効になっていません | 有効ではありません | 未启用 | 已禁用 | 비활성화',
  app: '接続アプリケーション | 外部クライアントアプリケーション | 连接的应用程序 | 连接应用 | 연결된 앱',
  notApproved: '承認されていません | 未承認 | 未批准 | 未授权 | 승인되지',
  quota:
    'ログイン数 | ログイン率 | ログインレート | 登录率 | 登录频率 | 登入速率 | 로그인 속도 | 로그인 비율 | ログイン回数 | 要求数 | 登录次数 | 请求数 | 限额',
  exceeded: '超過 | 上限 | 超えました | 超出 | 超过 | 초과',
  reconnect: '再接続 | 再認証 | 重新连接 | 重新授权 | 다시 연결',
  loginFailed:
    '認証に失敗 | ログインに失敗 | 認証できません | ログインできません | サインインエラー | 认证失败 | 登录失败 | 身份验证失败 | 인증 실패 | 로그인 실패 | ошибка входа | не удалось войти | ошибка аутентификации',
};

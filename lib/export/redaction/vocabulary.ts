/**
 * Words that say nothing about a person or an attempt: those of the specifications, of the providers' documented
 * interfaces, of web addresses and of error messages. A name, a path segment or a word of an error text survives a
 * redaction when it is made of these. Words that people choose as passwords or that are names of people are left out.
 */
const WORDS = `
abort aborted absent accept accepted accepting access account accounts acr act action actions active activity actor actual add added
additional address addresses admin after again age agent ais aisp aispsp alert alg algorithm algorithms alias all allow allowed
already also alt always amount amr an and another any api apis apim apl app appid application applications approve approved approval
apps archive are area args arg array artifact as asked asn assertion assertions assets asymmetric at ath atm attempt attempts attribute
attributes aud audience auth authcode authenticate authenticated authentication authenticator author authorisation
authorisations authorise authorised authority authorization authorizations authorize authorized authorizing authz auto
available awaiting awaitingauthorisation azp azure azureedge back backchannel background bad balance balances bank banking banks base
based basic bban bc be bearer because been before begin begun being beneficiaries beneficiary between bic binding birthdate birthplace bit
bits blank block blocked body booked booking bookings boolean both brand branding broken broker browser bundle but by bytes ca cache call
callback callbacks called caller came can cancel cancelled canceled cannot capabilities captcha card cards cardholder case cause cert
certificate certificates chain challenge challenges change changed changes channel channels character characters charset check checked
checkout chunk ciba claim claims client clientid clients close closed cnf co code codes com combination combined come comes command
comment comments common company complete completed completion component concurrent condition conditions config configuration
configured confirm confirmation confirmed conflict connect connectid connection connections connector connectpay consent consents consented
console constraint consumed consumer consumers contact contain contains content contents context continue contract control
controller conversation cookie cookies copy cors corporate correct correlation could count counter counterparties counterparty
countries country create created creation creator credential credentials credit creditor creditors crit criteria critical cross crv csrf css
ctx ctl cty currencies currency current custom customer customers cvc cvv data database date dates datetime dauth day days de deactivated
debit debited debtor debug decision decline declined decode decoded decoupled decrypt decrypted decryption default defaults deferred define
defined delay delegate delegated delete deleted delivered delivery demo denied deny deploy deprecated derived desc describe described description desktop
destination detail details detected dev developer developers device devices did different digest digit digits direct directlogin directory disabled
discovery dispatch display displays do document documents does domain domestic done dop download dpop draft drop dual due duplicate
duplicated duration during each early eba echo edge edit eidas either element elements elevated email emails embedded empty enable
enabled enc encode encoded encoding encrypted encryption end endpoint endpoints engine english enter entered enrol enroll enrollment
entitlement entitlements entities entity entries entry enum env environment environments error errors escape essential ess eu event
events every exact exactly example exceed exceeded except exception exchange exchanged execute executed execution exist existing exists exp expect
expected expiration expire expired expires expiry explicit explorer export expression ext extended extension external extra extras facade factor fail failed
failing fails failure failures false fapi fatal fault faults feature features federated federation fetch field fields file files
filter final finance financial finapi find finish first flag flags flow flowid flows following for forbidden force form format
formatted forms forward found fragment frame framework from front frontchannel frontend full function fund funds further future
gateway gcm general generate generated generic get given global go graph grant granted grants group groups gty handle handler has hash have header
headers health height help hint hints history hmac hold holder holders home hook hooks hop hosted hosts hour hours how html http https hub hybrid
iam iat iban identification identifier identifiers identities identity idp idps idtoken if iframe ignored illegal image images img implementation
implicit import in inbox inactive inc include included includes including incoming incorrect index indicates info information
initial initialise initialize initiate initiated initiation initiations inner input insecure inspect inst instance instant instead institution institutions instruction
instructions insufficient integer integration integrity intent interaction interactions interactive interface internal international into
introspect introspection invalid invalidate invalidated io iss issue issued issuer issuers issues issuing it item items its jar jarm java jku job jobs
joined jose json jsp jsessionid jti jump jwa jwe jwk jwks jws jwt kch key keycloak keyed keys kid kind knowledge known kty label land landing
lang language last late later latest launch layer ldap leatherback left legal len length less level library life lifetime like limit limited
limits line lines link links list listed listener live load loaded local locale locales localhost location locked log logged login logins logo
logon logout logs long lookup loopback main make malformed manage managed management manager mandate mandatory map mapping mark marker market match
matched matches matching max maximum may me means media medium member members memo merchant merge message messages met meta metadata method methods mfa
middle min minimum minute minutes mismatch missing mobile mobileapp mode model modes modified module month more most mtls multi multiple must name
named names namespace national native navigate nbf need needed needs net network never new next no node non nonce none normal nosca not
note notes nothing notification notifications notify now null number numeric oauth oauthtoken oauths object objects obie obp obtain obtained
oct ocp of off offer offline offset oidc oidca ok on once one only onto op open openbanking opened openid operation operations operator opt
option optional options or order orders org organisation organisations organization organizations origin original originator other others otp our out outcome outer output over
overdraft override overview own owned owner owners packed page pages paging pair par param parameter parameters params parent parse parsed part partial
participant parties partner party pass passed passkey passphrase password passwords passwd past patch path pattern pay payee payer payload payment
payments pem pending people per percent period permanent permission permissions permit permitted person personal pf phone phones php physical pic picture piis pin
ping pis pisp pkce place plain platform please point pointer policies policy poll polling pool popup port portal position possible post
postal potential pre preference preferences preferred prefix premium presentation presented preview previous price primary privacy private probably problem problems
process processed processes processing processor prod product production products profile profiles prohibited prompt proof properties property proprietary
protected protection protocol provide provided provider providers proxy psd psp pss psu public publish published purpose push pushed put pwd
query question queue quota quotas random range rar rate raw re reached read reader reading realm realms reason reasons receive received
receiver recent recipient reconnect record recorded recovery recurring redeem redeemed redirect redirected redirection redirects redirecturi reduced ref refer reference
references referrer refresh refreshed refused regarding region register registered registration registrations registry regular rejected rel related relation relationship
relay relaystate release reload rely relying remember remote remove removed render renew renewal repeat repeated replace replaced replay replayed report
reports represent representation req request requested requester requesting requests require required requirement requires reserved reset
resolve resolved resource resources responded response responses rest restart restricted result results resume retry return returned
returns revision revocation revoke revoked risk role roles root route router rows rp rpc rule rules run running rsa safe same saml samlart samlrequest
samlresponse sandbox sandboxes save saved sca schedule scheduled schema scheme scope scopes screen script sdk search second seconds secret secrets section secure secured
security see seen select selected selection self send sender sending sent sequence serial server servers service services session sessions sessionid set
setting settings setup several sha share shared shop short should show sid sig sign signature signatures signed signer signin signing
signout signup silent simple since single site sites size skip slo slow smart smartapp sms so social soft software some something sort source sp spec specific specification
specified spi sponsor spot sso ssl stable stack staging stage stale standard standards standing start started state statement statements static station status statuses step
steps still stop storage store stored strategy stream street string strong style sub subject submit submission submitted subscribe subscription subscriptions
subset subtitle success successful successfully such suffix suite sum summary supplied support supported sure suspended switch symmetric sync syntax system table tag
tags take taken tan target tax team technical temp template temporarily temporary tenant tenants term terminal terminated terms text than that
the their them then theme there therefore these they third this those three through thumbprint ticket till time timed timeout times timestamp
timestamps timezone title tls to today together token tokens too tool tools top topic total totp touch tpp trace traceparent track tracking trade traffic
transaction transactions transfer transfers transport tree trial tried trigger true trust trusted try trying twice two txn type types typ ui uid unable
unauthorised unauthorized unavailable unbound undefined under unexpected union unique unit unknown unless unlock unregistered unreadable unreachable
unrecognised unrecognized unsigned unsupported until unverified update updated upgrade upload upon uri uris url urls urn usage use used user useragent
userinfo username users uses using usr utf util uuid valid validate validated validation validity value values variable variant verification
verified verifier verify verifying version versions via view viewer views violated violation visible visit vot vtm wait waiting wallet want warning warnings was way wctx we web
webauthn webhook webhooks website well were what when where whether which while who why widget width will window with within without word words work worker workflow
works would wreply write writing written wrong wrapped wresult wsfed wtrealm www xaddr xhtml xml year years you your zero zip zone zoneinfo
readaccountsbasic readaccountsdetail readbalances readtransactionsbasic readtransactionsdetail readtransactionscredits readtransactionsdebits
postcode locality formatted family given nickname gender birthdate zoneinfo preferred middle assurance
audiences bytecode cipher ciphertext recipients unprotected thumb
fetched received answered file answer page tab opened frame held forged
signaturevalue nameid issueinstant notbefore notonorafter inresponseto assertionconsumerservice
ibm fapi idempotency interaction etag vary pragma cachecontrol expires wwwauthenticate forwarded host via nel csp hsts xss
mozilla chromium firefox chrome safari webkit aad aadsts msal okta forgerock pingfederate cognito adfs wso idtokens entra identityserver
abi inbound outbound relation nested scaled recurring instructed remittance unstructured structured execution reference debtoraccount creditoraccount iso sepa swift faster bacs chaps
inactive inactivity consenting mismatched nonexistent outdated invalidly forbids failure
id ids ip otc obuk vv intentid accountid userid clientsecret samesite secure httponly csrftoken xsrf nonce
accepts absolute aliases calls candidates char checkbox checks choice choices clock collection constructor consume copied corporates counts
catalogue depth develop development differs docs exchanges fin findings fingerprint forbid formed gives hashes heading hex hidden hostname hostnames href identify
ignore inside invisible itself know keeps lacking launched least literal looks made makes many meaning merged milliseconds mistake mistakes mixed moved msg
nature neither newer origins oth outside parts pathname patterns ports present recognise refusal refuse refuses remedy reverse rotate routing said
segment selector sentence sets severity shape signal slash source sources space starts states strict surrounding takes texts tolerance typed unsafe
urlencoded weak whitespace whole wrap writable yes yet scenario
german germany austria switzerland english uk europe france sweden denmark netherlands
`;

const VOCABULARY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Terms with digits of their own. */
const TERMS =
  /^(?:v\d{1,2}|(?:s|hs|rs|ps|es|sha|k|p)-?(?:\d{2,3}|256k)|ed(?:25519|448)|x(?:25519|448|509|5[cut]|5ts256)|a(?:128|192|256)(?:gcm|cbc|kw|gcmkw)?|oauth2?|psd2|openid2|oauth10a?|saml2|base64(?:url)?|utf8|iso20022|iso8601|rfc\d{4}|http2|h2|eip55|web3|3ds2?|oidc4vci|i18n|l10n|aadsts\d{4,7}|obp-\d{5})$/;

/** Letters, digits and the marks that names, paths and scopes are divided by. */
const DIVIDED = /^[A-Za-z0-9._:$[\]/ +-]*$/;
const LONGEST = 120;
const MAX_DIGITS = 3;

/** True for one word of the vocabulary, in any letter case. */
export function isKnownWord(word: string): boolean {
  const lower = word.toLowerCase();
  return VOCABULARY.has(lower) || TERMS.test(lower);
}

/**
 * True for a name, path segment, scope or enumerated value all of whose words are known: `client_id`, `openid-connect`,
 * `IDToken2`, `AwaitingAuthorisation`. A word may end in one digit; one part of at most two characters may be unknown.
 */
export function isKnownText(text: string): boolean {
  if (text.length > LONGEST || !DIVIDED.test(text)) return false;
  if (isKnownWord(text)) return true;
  if (text.replace(/\D/g, '').length > MAX_DIGITS) return false;
  let unknown = 0;
  for (const part of text.split(/[^A-Za-z0-9]+/)) {
    if (part === '' || isKnownWord(part) || isKnownWord(part.replace(/\d$/, ''))) continue;
    for (const word of humps(part)) {
      if (isKnownWord(word) || isKnownWord(word.replace(/\d$/, ''))) continue;
      unknown += 1;
      if (word.length > 2 || unknown > 1) return false;
    }
  }
  return true;
}

/** The words of `camelCase`, `PascalCase` and `IDToken`. */
function humps(part: string): readonly string[] {
  return part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

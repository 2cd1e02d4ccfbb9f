#!/bin/sh
# A login by JWT bearer with what every machine has: log-in.sh <consumer key> <username> <key file>
set -eu
encoded() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
host=https://login.salesforce.com
head=$(printf '{"alg":"RS256"}' | encoded)
body=$(printf '{"iss":"%s","sub":"%s","aud":"%s","exp":%s}' "$1" "$2" "$host" "$(($(date +%s) + 180))" | encoded)
seal=$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -sign "$3" -binary | encoded)
curl -sS "$host/services/oauth2/token" \
  --data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer' \
  --data-urlencode "assertion=$head.$body.$seal"

#!/bin/sh
# Walks through imports and exports on a register that runs in local mode on this machine. Needs a POSIX shell and curl.
#
#   java -jar city-api.jar &
#   docs/import-walk.sh
#
# PORT (8080) is where the register listens; the port after it has its local sign-in. What it imports, it takes back.
set -eu
port=${PORT:-8080}
site=http://localhost:$port
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

say() { printf '\n== %s\n' "$1"; }
fail() {
  printf 'NOT SO: %s\n' "$1" >&2
  [ ! -s body ] || head -c 2000 body >&2
  exit 1
}
# Sends a request; its answer is in the files head and body.
ask() { # the status that is to come, the path, more options of curl
  status=$1 path=$2
  shift 2
  : >body
  got=$(curl -sS -D head -o body -w '%{http_code}' -H "Authorization: Bearer $token" "$@" "$site$path") || fail "$path is answered"
  [ "$got" = "$status" ] || fail "$path is answered $status, not $got"
}
has() { # what is so, when the body has this text
  grep -qF "$2" body || fail "$1: $2"
}
# Without what follows other members of that name: the last one counts.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^,\"}]*\).*/\1/p" body; }
header() { tr -d '\r' <head | grep -i "^$1: " | sed 's/^[^:]*: //'; }
# Begins an import; its path is kept.
import() { # the query, the file, more options of curl
  query=$1 file=$2
  shift 2
  ask 202 "/api/v2/imports?$query" -H 'Content-Type: text/csv' --data-binary "@$file" "$@"
  import=$(header Location | sed 's|^https\{0,1\}://[^/]*||')
  echo "202, Location: $import"
}
await() { # the state that it is to come to
  tries=0
  ask 200 "$import"
  while grep -qE '"state":"(queued|running)"' body; do
    tries=$((tries + 1))
    [ $tries -le 120 ] || fail "$import is over within two minutes"
    sleep 1
    ask 200 "$import"
  done
  has "The import $1" "\"state\":\"$1\""
  counts
}
counts() { echo "$(field state): $(field rowsRead) rows, $(field inserted) inserted, $(field updated) updated, $(field unchanged) unchanged, $(field rejected) rejected"; }

say 'A token of the local administrator, who may import'
token=$(curl -sS -u local-admin:local -d grant_type=client_credentials "http://localhost:$((port + 1))/local/token" |
  sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
[ -n "$token" ] || fail "a register in local mode runs on port $port"
echo "$(printf %s "$token" | wc -c | tr -d ' ') characters"

say 'A file with a line that is not good'
cat >cities.csv <<'EOF'
name,country,population,latitude,longitude,otherNames
Wanderstadt,Switzerland,1200,46.8,8.2,Walktown|Villemarche
Wanderdorf,CHE,many,46.81,8.21,
Wanderberg,CH,300,,,
EOF
cat cities.csv

say 'It is imported, and nothing of it is stored'
import mode=insert cities.csv
await failed
has 'Nothing is inserted' '"inserted":0'
has 'The line is told' '"line":3'
grep -o '"errors":\[[^]]*\]' body
ask 200 '/api/v2/cities?q=wanderstadt&limit=1'
! grep -qF '"Wanderstadt"' body || fail 'nothing of it is stored'

say 'The rows that were refused, as a file'
ask 200 "$import/errors"
has 'The reason stands beside the row' 'Wanderdorf,CHE,many,'
cat body
sed 's/,many,/,250,/' body >refused.csv

say 'That file, mended, could be imported as it is'
import 'mode=insert&dryRun=true' refused.csv
await succeeded
has 'One would be inserted' '"inserted":1'

say 'The line is mended in the whole file, and a dry run tells what would be done'
sed 's/,many,/,250,/' cities.csv >mended.csv
import 'mode=insert&dryRun=true' mended.csv
await succeeded
has 'Three would be inserted' '"inserted":3'
ask 200 "$import/rows?outcome=inserted&limit=1"
has 'Row by row, what would be done is told' '"line":2,"outcome":"inserted"'
cat body

say 'It is imported, and followed until it is over'
import mode=insert mended.csv
taken=$import
curl -sSN --max-time 120 -H "Authorization: Bearer $token" "$site$import/events" >body || fail 'its events end when it is over'
tail -n 3 body | cut -c 1-120
ask 200 "$taken"
has 'It succeeds' '"state":"succeeded"'
has 'Three are inserted' '"inserted":3'
counts

say 'A city of it is found, by another of its names, too'
ask 200 '/api/v2/cities?q=wanderstadt&limit=1'
has 'It is found' '"name":"Wanderstadt"'
city=$(grep -o '"id":[0-9]*' body | head -n 1 | cut -d : -f 2)
ask 200 '/api/v2/cities?q=villemarche&limit=1'
has 'It is found by another name' "\"id\":$city,"
echo "/api/v2/cities/$city"

say 'All cities of its country, as CSV'
ask 200 '/api/v2/cities/export?country=CH&format=csv'
has 'It is among them' "$city,Wanderstadt,CH,1200,"
echo "$(($(wc -l <body) - 1)) cities, as of change $(header Change-Sequence)"
head -n 2 body | cut -d , -f 1-9

say 'The same, packed'
ask 200 '/api/v2/cities/export?country=CH&format=csv' -H 'Accept-Encoding: gzip'
[ "$(header Content-Encoding)" = gzip ] || fail 'the export is packed with gzip'
cp body switzerland.csv.gz
echo "$(wc -c <switzerland.csv.gz | tr -d ' ') bytes"

say 'Imported again as it is, it changes nothing'
import mode=upsert switzerland.csv.gz -H 'Content-Encoding: gzip'
await succeeded
[ "$(field rowsRead)" = "$(field unchanged)" ] || fail 'all rows are unchanged'

say 'One of the cities is edited'
ask 200 "/api/v2/cities/$city" -X PATCH -H 'If-Match: *' -H 'Content-Type: application/merge-patch+json' -d '{"population":1250}'
has 'It is edited' '"population":1250'
echo '1200 -> 1250'

say 'The import is taken back; the city that was edited is left'
ask 200 "$taken/undo" -X POST
has 'It is undone' '"state":"undone"'
has 'One is left' '"leftCount":1'
has 'It is told which' "\"left\":[{\"id\":$city,\"name\":\"Wanderstadt\"}]"
grep -o '"left":.*' body
ask 200 '/api/v2/cities?q=wanderberg&limit=1'
! grep -qF '"Wanderberg"' body || fail 'the others are gone'

say 'What became of that city'
ask 204 "/api/v2/cities/$city" -X DELETE -H 'If-Match: *'
ask 200 "/api/v2/cities/$city/history"
has 'It came by a file' '"action":"create"'
has 'It came by a file' '"via":"import"'
has 'It is deleted' '"action":"delete"'
grep -oE '"(action|via)":"[a-z]*"' body | paste -d ' ' - -

printf '\ndone\n'

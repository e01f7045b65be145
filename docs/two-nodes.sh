#!/usr/bin/env bash
# Starts two nodes on one PostgreSQL database and one Redis, and shows what they share. Needs bash, curl and a JDK.
#
#   docs/two-nodes.sh city-api.jar postgres://user:password@localhost/cities redis://localhost
#
# The database must be empty; it holds 25,000 cities afterwards. PORT (8080) and the three ports after it must be free.
set -euo pipefail
jar=$(realpath "$1") database=$2 redis=$3 port=${PORT:-8080}
one=http://localhost:$port two=http://localhost:$((port + 2))
folder=$(mktemp -d)
cd "$folder"

start() { # the port
  PORT=$1 DATABASE_URL=$database REDIS_URL=$redis CITY_SEED=cities15000 RATE_LIMIT_ANONYMOUS=1000 java -jar "$jar" >>"node-$1.log" 2>&1 &
  pids+=($!)
}
end() {
  kill "${pids[@]}" 2>/dev/null || true
  wait || true
  rm -rf "$folder"
}
fail() {
  echo "NOT SO: $1"
  tail -n 5 "$folder"/node-*.log
  exit 1
}
# Says what is so once the command after it succeeds, within so many tenths of a second.
shows() {
  local what=$1 tenths=$2
  shift 2
  for ((i = 0; i < tenths; i++)); do
    if "$@" >/dev/null 2>&1; then
      echo "$what"
      return
    fi
    sleep 0.1
  done
  fail "$what"
}
ready() { curl -sf "$1/health/readiness"; }
json() { sed "s/.*\"$1\":\"\\{0,1\\}\\([^,\"}]*\\).*/\\1/"; }
with_token() { curl -sS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
tells() { # what an address must tell
  [[ $(curl -sS "$1") == *"$2"* ]]
}

export SECRET_KEY=${SECRET_KEY:-$(head -c 24 /dev/urandom | base64)}
pids=()
trap end EXIT
start "$port"
start $((port + 2))
shows "Both nodes started together; one of them filled the database." 1800 ready "$one"
shows "Both are ready." 1800 ready "$two"
[[ $(cat node-*.log | grep -c 'Filled the empty register') == 1 ]] || fail "One of them filled the database."

# Each node has a sign-in of its own here, for people to try it; what it issues for programs is good on both.
token=$(curl -sS -u local-admin:local -d grant_type=client_credentials "http://localhost:$((port + 1))/local/token" | json access_token)
token=$(with_token -d '{"name":"two nodes","scopes":["create:cities","update:cities","read:history"]}' "$one/api/v2/tokens" | json token)
key="\"$(date +%s%N)\""
city='{"name":"Xanten","countryCode":"DE","population":21690,"latitude":51.66,"longitude":6.45}'
made=$(with_token -H "Idempotency-Key: $key" -d "$city" "$one/api/v2/cities" | json id)
[[ $made =~ ^[0-9]+$ ]] || fail "A city was made on the first node with an API token: $made"
echo "A city was made on the first node with an API token: /api/v2/cities/$made."
[[ $(with_token "$two/api/v2/cities/$made") == *Xanten* ]] || fail "Who made it sees it on the second node at once."
echo "Who made it sees it on the second node at once."
shows "Everybody else finds it there, too." 20 tells "$two/api/v2/cities?q=xanten" '"Xanten"'
again=$(with_token -H "Idempotency-Key: $key" -d "$city" "$two/api/v2/cities" | json id)
[[ $again == "$made" ]] || fail "The same Idempotency-Key on the second node makes no second city: $again"
echo "The same Idempotency-Key on the second node makes no second city."

curl -sSN -H "Authorization: Bearer $token" "$two/api/v2/changes/stream" >stream.txt &
pids+=($!)
sleep 1
with_token -X PATCH -H 'If-Match: *' -d '{"population":21691}' "$one/api/v2/cities/$made" >/dev/null
shows "The event stream of the second node tells what is written on the first." 30 grep -q 21691 stream.txt
shows "What others had read there is renewed." 20 tells "$two/api/v2/cities/$made" 21691

left() { curl -sS -o /dev/null -D - "$1/api/v2/countries/FR" | tr -d '\r' | sed -n 's/^ratelimit: .*r=\([0-9]*\).*/\1/Ip'; }
first=$(left "$one") second=$(left "$two")
((second < first)) || fail "The limit of a client is counted over both nodes: $first, then $second are left."
echo "The limit of a client is counted over both nodes: $first, then $second are left."

kill "${pids[0]}"
shows "The first node is told to stop, and the second goes on." 50 tells "$two/api/v2/cities/$made" 21691
wait "${pids[0]}" || true
start "$port"
shows "The first node is back." 600 ready "$one"
shows "It knows what was written." 20 tells "$one/api/v2/cities/$made" 21691
echo "All of it is so."

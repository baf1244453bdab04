# For the measuring scripts beside this one, which source it: a server of the packaged jar on loopback, in a new folder that
# goes with the script, and what asks it.
jar=$(readlink -f "$(dirname "$0")/../../target/quarkus-app/quarkus-run.jar")
port=18081
base=http://127.0.0.1:$port

folder=$(mktemp -d)
server=
stop() { [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; }; }
trap 'stop; rm -rf "$folder"' EXIT
cd "$folder"
nothing=$folder/nothing
mkfifo "$nothing"

now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
java=(java -Xmx256m -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=$port -Dquarkus.management.port=19001)

# From the start of the process to the first answered page, in ms. The shell itself looks whether the port is open, since a program
# started every 20 ms would take a third of a processor from what is measured.
start() {
  local begin; begin=$(now)
  "${java[@]}" -jar "$jar" > log 2>&1 & server=$!
  until { : > "/dev/tcp/127.0.0.1/$port"; } 2> /dev/null; do read -rt 0.02 <> "$nothing" || true; done
  until curl -sf -o /dev/null "$base/"; do sleep 0.02; done
  since "$begin"
}

# Signs up, and gives the cookie of the session.
member() {
  curl -sf -o /dev/null -D - --data-urlencode "username=$1" -d password=measuring "$base/signup" |
    sed -n 's/^[Ss]et-[Cc]ookie: \(retinue=[^;]*\).*/\1/p'
}

# Who asks: nobody, or as=(-b COOKIE).
as=()

# How many requests are measured, and how many before them are to warm up.
measured=101
warming=200

# The median of a page's time to the last byte over so many requests on one connection, in ms.
page() {
  local all=() i
  for i in $(seq $((warming + measured))); do all+=(-o /dev/null "$base$1"); done
  curl -sf "${as[@]}" -w '%{time_total}\n' "${all[@]}" | tail -n "$measured" | awk '{print $1 * 1000}' | median
}

sql() {
  PGPASSWORD=$(cat data/postgres.password) psql -qAt -h 127.0.0.1 -U postgres \
    -p "$(sed -n 4p data/postgres/postmaster.pid)" postgres "$@"
}

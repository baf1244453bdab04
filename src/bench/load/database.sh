# For src/bench/speed, soak and growth, which source it after server.sh: the database in $home, external (Debian's PostgreSQL, on loopback) or
# embedded, with the graph of $users users and $follows follows in it; and how to ask it: sql, pg COMMAND, $postmaster,
# sessions.
mkdir -p "$home"
home=$(cd "$home" && pwd)

as_postgres() (cd /; if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi)

external() {
  cluster=$home/cluster
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
  if [ ! -e "$cluster/PG_VERSION" ]; then
    mkdir -p "$cluster"
    [ "$(id -u)" != 0 ] || chown postgres "$home" "$cluster"
    as_postgres "$bin/initdb" -D "$cluster" -U postgres --locale=C.UTF-8 -E UTF8 -A trust > /dev/null
    cat >> "$cluster/postgresql.conf" << CONF
listen_addresses = '127.0.0.1'
port = 15433
unix_socket_directories = ''
shared_buffers = 1GB
max_wal_size = 4GB
CONF
  fi
  as_postgres "$bin/pg_ctl" -D "$cluster" status > /dev/null ||
    as_postgres "$bin/pg_ctl" -D "$cluster" -l "$home/log" -o "${options:-}" -w start > /dev/null
  trap 'stop; as_postgres "$bin/pg_ctl" -D "$cluster" -m fast stop > /dev/null; rm -rf "$folder"' EXIT
  export PGHOST=127.0.0.1 PGPORT=15433 PGUSER=postgres PGDATABASE=postgres
  postmaster=$(head -n 1 "$cluster/postmaster.pid")
  java+=("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:15433/postgres"
    -Dquarkus.datasource.username=postgres -Dquarkus.datasource.password=none)
  graph
}

embedded() {
  java+=("-Dretinue.data-dir=$home/data")
  graph
  start > /dev/null
  export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=postgres
  PGPORT=$(sed -n 4p "$home/data/postgres/postmaster.pid") PGPASSWORD=$(cat "$home/data/postgres.password")
  export PGPORT PGPASSWORD
  postmaster=$(head -n 1 "$home/data/postgres/postmaster.pid")
}

# The graph, while nobody else is connected, so that the indexes are made of it afterwards. The options of the service, if
# the script is run with them, are not for a command.
graph() {
  [ ! -e "$home/loaded" ] || return 0
  java -Xmx1g "$bench/Graph.java" "$users" "$follows" > "$home/follows.csv"
  local begin; begin=$(now)
  env -u JDK_JAVA_OPTIONS "${java[@]}" -jar "$jar" load "$home/follows.csv" > "$home/load.log" 2>&1 || { cat "$home/load.log" >&2; exit 1; }
  took=$(since "$begin")
}

pg() { "$@"; }
sql() { psql -qAt "$@"; }

# So that wrk finds the first $members members logged in, and none has followed anybody today: what an earlier run left behind is looked
# through at each follow.
sessions() {
  sql -q << SQL
    insert into sessions (id, user_id, device, created_at, seen_at)
    select translate(rtrim(encode(sha256(('bench-' || n)::bytea), 'base64'), '='), '+/', '-_'), id, 'wrk', now(), now()
    from (select id, substring(username from '[0-9]+$')::int as n from users) named where n between 1 and $members
    on conflict (id) do update set seen_at = now(), created_at = now();
    -- What was written since the last statistics would be taken for none, and each of it compared with each session.
    analyze sessions;
    analyze follow_events;
    -- What members follow since earlier runs, or followed, is over: the graph is as it was loaded.
    with ended as (delete from follows f using follow_events e where e.follower_id in (select user_id from sessions) and e.fresh
            and e.kind = 'FOLLOWED' and f.follower_id = e.follower_id and f.followed_id = e.followed_id
            returning f.follower_id, f.followed_id),
        changes as (select user_id, sum(following) as following, sum(followers) as followers from (
            select follower_id as user_id, 1 as following, 0 as followers from ended
            union all select followed_id, 0, 1 from ended) ends group by user_id)
    update follow_counts c set following = c.following - changes.following, followers = c.followers - changes.followers
        from changes where c.user_id = changes.user_id;
    delete from follow_events where follower_id in (select user_id from sessions) and fresh;
    insert into follow_counts (user_id) select id from users on conflict do nothing;
SQL
}

java+=(-Dretinue.demo=false -Dretinue.chores=false -Dquarkus.log.level=WARN -Dretinue.limits.a-minute=1000000000
  -Dretinue.limits.new-a-day=1000000000 -Dretinue.limits.new-a-day-at-first=1000000000)
"$engine"
if [ ! -e "$home/loaded" ]; then
  begin=$(now)
  sql -c 'create temporary table plain (a text, b text)' -c "\\copy plain from '$home/follows.csv' csv header"
  echo "Loaded $follows follows of $users users in $took ms, $((follows * 1000 / took)) a second;" \
    "a plain COPY of them took $(since "$begin") ms." | tee "$home/loaded"
  rm "$home/follows.csv"
  sql -c 'vacuum analyze' -c 'checkpoint'
fi

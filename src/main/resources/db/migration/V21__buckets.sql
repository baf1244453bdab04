-- How many tries are left: token buckets of bucket4j. The id is a hash, so that it tells neither a name nor an address.
create table buckets (
    id text primary key,
    state bytea,
    -- Milliseconds since 1970; full again by then.
    expires_at bigint
);

create index buckets_expired on buckets (expires_at);

-- Who began and ended to follow somebody, in order of time, with all that a list at a date reads of the rows.
create index follow_events_followed on follow_events (followed_id, timestamp, id) include (follower_id, kind);

-- When a member last looked at their history, and the time before.
create table visits (
    user_id bigint primary key references users on delete cascade,
    latest timestamptz not null,
    previous timestamptz
);

-- The secret in the address of a member's own feed, as it is: the member is shown it again.
create table feeds (
    user_id bigint primary key references users on delete cascade,
    secret text not null unique
);

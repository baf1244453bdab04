create table follows (
    follower_id bigint not null references users on delete cascade,
    followed_id bigint not null references users on delete cascade,
    timestamp timestamptz not null default now(),
    primary key (follower_id, followed_id),
    check (follower_id <> followed_id)
);

-- One index for each list. Time and id run the same way, so that a page continues after the last row of the one before
-- by comparing the pair, in one step into the index, however many rows share a time.
create index follows_followers on follows (followed_id, timestamp, follower_id);
create index follows_following on follows (follower_id, timestamp, followed_id);

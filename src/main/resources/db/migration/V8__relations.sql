-- Since when somebody has to accept who follows this user; null: nobody has to.
alter table users add column private_since timestamptz;

-- A follow that a private user has yet to accept. Declined, it stays as it is for the one who asked.
create table follow_requests (
    follower_id bigint not null references users on delete cascade,
    followed_id bigint not null references users on delete cascade,
    timestamp timestamptz not null,
    declined_at timestamptz,
    primary key (follower_id, followed_id),
    check (follower_id <> followed_id)
);

-- The two lists of requests, as those of follows.
create index follow_requests_in on follow_requests (followed_id, timestamp, follower_id);
create index follow_requests_out on follow_requests (follower_id, timestamp, followed_id);

create table blocks (
    blocker_id bigint not null references users on delete cascade,
    blocked_id bigint not null references users on delete cascade,
    timestamp timestamptz not null,
    primary key (blocker_id, blocked_id),
    check (blocker_id <> blocked_id)
);

-- Whom one blocks, newest first; and for the cascade, who blocks a user.
create index blocks_list on blocks (blocker_id, timestamp, blocked_id);
create index blocks_blocked on blocks (blocked_id);

-- Without an end, until it is undone.
create table mutes (
    muter_id bigint not null references users on delete cascade,
    muted_id bigint not null references users on delete cascade,
    timestamp timestamptz not null,
    until timestamptz,
    primary key (muter_id, muted_id),
    check (muter_id <> muted_id)
);

create index mutes_list on mutes (muter_id, timestamp, muted_id);
create index mutes_muted on mutes (muted_id);

-- How long each list is. Changed in the transaction of the follow, by what really changed.
create table follow_counts (
    user_id bigint primary key references users on delete cascade,
    followers bigint not null default 0 check (followers >= 0),
    following bigint not null default 0 check (following >= 0)
);

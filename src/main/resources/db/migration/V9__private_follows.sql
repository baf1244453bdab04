-- A private follow is for its two ends alone; a note for the follower alone. An end that has deactivated hides the follow.
alter table follows
    add column private boolean not null default false,
    add column note text not null default '' check (char_length(note) <= 500),
    add column follower_hidden boolean not null default false,
    add column followed_hidden boolean not null default false;

-- The few follows with a note, where one looks for its words.
create index follows_noted on follows (follower_id) where note <> '';

-- followers and following count what everyone may see; these are what only the owner is told.
alter table follow_counts
    add column private_followers bigint not null default 0 check (private_followers >= 0),
    add column private_following bigint not null default 0 check (private_following >= 0),
    add column hidden_followers bigint not null default 0 check (hidden_followers >= 0),
    add column hidden_following bigint not null default 0 check (hidden_following >= 0);

-- When the user last took another name.
alter table users add column renamed_at timestamptz;

-- The names that users had, which lead to them and are nobody else's.
create table former_usernames (
    username_key text primary key,
    user_id bigint not null references users on delete cascade
);

-- For the cascade.
create index former_usernames_user on former_usernames (user_id);

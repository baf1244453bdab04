-- What a member tells and chooses. The links are few and only ever read together, so they are no table of their own.
alter table users add column links text[] not null default '{}' check (cardinality(links) <= 4);
-- The key of the picture, here so that a list of people shows theirs without asking for more. Null: an identicon.
alter table users add column avatar text;
alter table users add column scheme text not null default 'auto' check (scheme in ('auto', 'light', 'dark'));

-- The pictures, made once in both sizes. A new picture has a new key, so whoever keeps an old one never keeps a wrong one.
create table avatars (
    key text primary key,
    user_id bigint not null unique references users on delete cascade,
    small bytea not null,
    large bytea not null
);

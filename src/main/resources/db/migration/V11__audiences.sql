-- Who may see the lists and the counts of a user.
alter table users
    add column followers_for text not null default 'EVERYONE'
        check (followers_for in ('EVERYONE', 'MEMBERS', 'FOLLOWERS', 'MUTUALS', 'ME')),
    add column following_for text not null default 'EVERYONE'
        check (following_for in ('EVERYONE', 'MEMBERS', 'FOLLOWERS', 'MUTUALS', 'ME')),
    add column counts_for text not null default 'EVERYONE'
        check (counts_for in ('EVERYONE', 'MEMBERS', 'FOLLOWERS', 'MUTUALS', 'ME'));

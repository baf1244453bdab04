-- A file of people that a member brings along: one at a time. Not started: it is looked at first.
create table imports (
    user_id bigint primary key references users on delete cascade,
    kind text not null check (kind in ('FOLLOWING', 'BLOCKS', 'MUTES')),
    -- What the file looks like in words, where that is something else.
    looks_like text not null,
    overwrite boolean not null,
    file_name text not null,
    -- How many lines name somebody again, and how many name somebody of another site.
    repeated bigint not null,
    elsewhere bigint not null,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- How many were ended whom the file does not name.
    ended bigint not null default 0
);

-- A row of the file, and what comes of it. Without a user where nobody here has that name.
create table import_rows (
    user_id bigint not null references imports on delete cascade,
    line bigint not null,
    account text not null,
    note text not null,
    private boolean not null,
    other_id bigint,
    outcome text not null check (outcome in (
        'WILL', 'WILL_ASK', 'ALREADY', 'UNKNOWN', 'MALFORMED', 'SELF', 'APART', 'TOO_MANY', 'DONE', 'ASKED', 'FAILED')),
    primary key (user_id, line)
);

-- What is left to do, without reading again what was done.
create index import_rows_left on import_rows (user_id, line) where outcome in ('WILL', 'WILL_ASK');

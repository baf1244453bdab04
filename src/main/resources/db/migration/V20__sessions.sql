-- Where somebody is logged in. The browser has the token; here is its SHA-256, so that whoever reads this is let in nowhere.
create table sessions (
    id text primary key,
    user_id bigint not null references users on delete cascade,
    -- What the browser said of itself, as it is.
    device text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null
);

create index sessions_user on sessions (user_id, seen_at desc);

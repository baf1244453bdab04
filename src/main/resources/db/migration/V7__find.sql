-- Any role that may create tables may create this extension: PostgreSQL counts it among the trusted ones.
create extension if not exists pg_trgm;

-- Finds a part of a name, and names like what was typed, without reading everyone.
create index users_find on users using gin (username_key gin_trgm_ops);

-- A page of a long list steps over what has ended until it is cleared away, and reads the table where only new follows are in the
-- index: PostgreSQL waits for a fifth of the table, which is millions.
alter table follows set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

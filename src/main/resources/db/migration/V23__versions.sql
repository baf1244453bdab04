-- How often a user did something to somebody. What was read while nobody was held is changed only where this is as it was.
alter table follow_counts add column version bigint not null default 0;

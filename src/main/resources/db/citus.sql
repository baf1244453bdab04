-- Spreads the tables over the machines of a Citus cluster: src/docs/scale.md says when, how, and what is missing for it. To be run
-- once, on the coordinator, when the site has made its tables and is stopped.

-- Whole on every machine: what pages join with anybody's follows, and what is unique by more than one column.
select create_reference_table('users');
select create_reference_table('former_usernames');
select create_reference_table('avatars');
select create_reference_table('feeds');
select create_reference_table('chores');
select create_reference_table('blocks');
select create_reference_table('mutes');

-- By the member whose rows they are, and all rows of a member on one machine.
select create_distributed_table('follow_counts', 'user_id');
select create_distributed_table('follows', 'follower_id', colocate_with => 'follow_counts');
select create_distributed_table('follow_requests', 'follower_id', colocate_with => 'follow_counts');
select create_distributed_table('visits', 'user_id', colocate_with => 'follow_counts');
select create_distributed_table('imports', 'user_id', colocate_with => 'follow_counts');
select create_distributed_table('import_rows', 'user_id', colocate_with => 'follow_counts');

-- What is unique is so by machine, hence by the member, too.
alter table follow_events drop constraint follow_events_pkey, add primary key (follower_id, id);
select create_distributed_table('follow_events', 'follower_id', colocate_with => 'follow_counts');

-- By a key of their own.
select create_distributed_table('sessions', 'id', colocate_with => 'none');
select create_distributed_table('buckets', 'id', colocate_with => 'none');

-- The follows once more, by who is followed: a list of followers is on one machine, as one of those who are followed is.
create table followers (like follows including defaults including constraints including indexes);
alter table followers
    add foreign key (follower_id) references users on delete cascade,
    add foreign key (followed_id) references users on delete cascade,
    set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
select create_distributed_table('followers', 'followed_id', colocate_with => 'follow_counts');
insert into followers select * from follows;

-- Since when the follow had been there that this event ended, so that it can be restored as it was.
alter table follow_events add column since timestamptz;

-- The last event of a pair is the one that can be undone.
create index follow_events_pair on follow_events (follower_id, followed_id, id);

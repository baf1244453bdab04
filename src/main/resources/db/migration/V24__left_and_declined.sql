-- Who left somebody, of events that a million may have: what a feed tells of each day.
create index follow_events_lost on follow_events (followed_id, timestamp) where kind in ('UNFOLLOWED', 'REMOVED', 'SEVERED');

-- The list of declined requests, in its order.
create index follow_requests_declined on follow_requests (followed_id, declined_at, follower_id) where declined_at is not null;

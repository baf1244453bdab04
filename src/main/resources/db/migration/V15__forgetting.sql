-- The few events with a note about somebody, whose notes go when either of the two is gone.
create index follow_events_noted_follower on follow_events (follower_id) where note <> '';
create index follow_events_noted_followed on follow_events (followed_id) where note <> '';

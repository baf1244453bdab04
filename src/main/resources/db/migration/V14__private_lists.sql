-- The few private follows of a list that may have a million others, in the order of the list.
create index follows_private_followers on follows (followed_id, timestamp desc, follower_id) where private;
create index follows_private_following on follows (follower_id, timestamp desc, followed_id) where private;

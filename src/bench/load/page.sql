\set user random(:first, :last)
select u.id, u.username, f.timestamp from follows f join users u on u.id = f.follower_id
where f.followed_id = :user order by f.timestamp desc, f.follower_id desc limit 40;

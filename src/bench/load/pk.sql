\set follower random(:first, :last)
\set followed random(:first, :last)
select timestamp from follows where follower_id = :follower and followed_id = :followed;

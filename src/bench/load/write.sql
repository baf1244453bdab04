-- A follow of somebody by somebody, and the next time its end: so the table stays as large as it is.
\set follower random(:first, :last)
\set followed random(:first, :last)
\if :follower <> :followed
  insert into follows (follower_id, followed_id) values (:follower, :followed) on conflict do nothing;
  delete from follows where follower_id = :follower and followed_id = :followed;
\endif

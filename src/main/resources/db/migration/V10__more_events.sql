alter table follow_events
    drop constraint follow_events_kind_check,
    add check (kind in (
        'FOLLOWED', 'UNFOLLOWED', 'REMOVED', 'SEVERED',
        'REQUESTED', 'WITHDRAWN', 'ACCEPTED', 'DECLINED', 'RETRACTED',
        'BLOCKED', 'UNBLOCKED', 'MUTED', 'UNMUTED')),
    -- What else the follow was that this event ended, so that it can be restored as it was.
    add column private boolean not null default false,
    add column note text not null default '';

-- How many somebody began to follow within a day.
create index follow_events_follower on follow_events (follower_id, timestamp);

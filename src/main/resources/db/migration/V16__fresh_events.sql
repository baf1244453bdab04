-- Whether somebody began something new by it, of which there is a most in a day: not what was loaded, or is there again.
alter table follow_events add column fresh boolean not null default true;

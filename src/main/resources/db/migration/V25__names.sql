-- What follows, and names of any script, need it.
do $$ begin
    if current_setting('server_encoding') <> 'UTF8' then
        raise exception 'Retinue needs a database whose encoding is UTF8, and not %', current_setting('server_encoding');
    end if;
end $$;

-- Finds members of whose names the first, second or last word begins so, with any marks on its letters or none, in whatever order the
-- database sorts words otherwise. The marks are those that Unicode calls Combining Diacritical Marks.
create index users_first_word on users
    (regexp_replace(normalize(username_key, nfd), '[\u0300-\u036F]', '', 'g') text_pattern_ops);
create index users_second_word on users
    (substring(regexp_replace(normalize(username_key, nfd), '[\u0300-\u036F]', '', 'g') from '[_.-](.*)') text_pattern_ops)
    where substring(regexp_replace(normalize(username_key, nfd), '[\u0300-\u036F]', '', 'g') from '[_.-](.*)') is not null;
create index users_last_word on users
    (substring(regexp_replace(normalize(username_key, nfd), '[\u0300-\u036F]', '', 'g') from '.*[_.-](.*)') text_pattern_ops)
    where substring(regexp_replace(normalize(username_key, nfd), '[\u0300-\u036F]', '', 'g') from '.*[_.-](.*)') is not null;

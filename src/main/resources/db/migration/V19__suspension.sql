-- Since when the operator keeps a user out; null: nobody does.
alter table users add column suspended_since timestamptz;

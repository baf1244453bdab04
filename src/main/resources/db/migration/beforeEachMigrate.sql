-- A migration takes as long as it needs, unlike the statements of a page.
set local statement_timeout = 0;

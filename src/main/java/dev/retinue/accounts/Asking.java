package dev.retinue.accounts;

import dev.retinue.users.Whom;

/**
 * That somebody who is logged in asks for something.
 *
 * @param session by its id
 */
record Asking(String session, Whom whom) {}

package dev.retinue.accounts;

import dev.retinue.users.Found;

/** Whoever is asking: their session with its user, and how they see whom they ask about. */
record Admitted(Session session, Found found) {}

package dev.retinue.users;

import java.util.Optional;

/** How whom a request is about was found together with who asks; nothing where the viewer may not know of them. */
public record Found(Whom whom, Optional<Sight> sight) {}

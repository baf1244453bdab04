package dev.retinue.users;

import java.util.List;
import java.util.stream.Stream;

/** What a profile tells in its owner's words. */
record About(Bio bio, List<Link> links) {

    static About of(User user) {
        return new About(new Bio(user.bio), Stream.of(user.links).map(Link::new).toList());
    }
}

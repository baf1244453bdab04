package dev.retinue.portability;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file of people is of, by its header and then its name, as Mastodon and GoToSocial write them.
 *
 * @param kind nothing where it is unknown, or nothing that can be imported
 * @param words after "the people"; empty where it is unknown
 */
record Guess(Optional<ImportKind> kind, String words) {

    private static final Guess NONE = new Guess(Optional.empty(), "");

    private static final Guess FOLLOWERS = new Guess(Optional.empty(), "who follow you");

    static Guess of(List<String> header, String fileName) {
        if (header.contains("show boosts") || header.contains("notify on new posts")) {
            return of(ImportKind.FOLLOWING);
        }
        return header.contains("hide notifications") ? of(ImportKind.MUTES) : of(fileName.toLowerCase(Locale.ROOT));
    }

    private static Guess of(String fileName) {
        if (fileName.contains("follower")) {
            return FOLLOWERS;
        }
        if (fileName.contains("follow")) {
            return of(ImportKind.FOLLOWING);
        }
        if (fileName.contains("block")) {
            return of(ImportKind.BLOCKS);
        }
        return fileName.contains("mute") ? of(ImportKind.MUTES) : NONE;
    }

    private static Guess of(ImportKind kind) {
        return new Guess(Optional.of(kind), kind.words);
    }
}

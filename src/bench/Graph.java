import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/**
 * Writes a file of follows for {@code load}, the same at every run: {@code java src/bench/Graph.java USERS FOLLOWS > follows.csv}.
 * Star 0 is followed by half of everyone. How many follow each of the others falls with their rank to the power of -2/3, and how
 * many somebody follows with the square root.
 */
class Graph {

    private static final String[] FIRST = {
        "Anna", "Bruno", "Chidi", "Dana", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena", "Mira", "Noor"
    };

    private static final String[] LAST = {
        "Abbott", "Berg", "Costa", "Danielson", "Evans", "Fischer", "Garcia", "Haddad", "Ivanov", "Jensen", "Kim"
    };

    /** Far from each other, and none of them a divisor of the number of users. */
    private static final long STRIDE = 7_368_787;

    private final int users;

    private final long follows;

    /** Keeps the first ranks below Star. */
    private final double least;

    private final Random random = new Random(7);

    private final byte[][] names;

    /** Who followed each user last, so that nobody follows anybody twice. */
    private final int[] followedBy;

    Graph(int users, long follows) {
        this.users = users;
        this.follows = follows;
        this.least = 1.3 / Math.cbrt(users);
        this.names = new byte[users][];
        this.followedBy = new int[users];
    }

    public static void main(String[] arguments) throws IOException {
        var graph = new Graph(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        try (var out = new BufferedOutputStream(System.out, 1 << 20)) {
            graph.write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        for (var user = 0; user < users; user++) {
            names[user] = name(user).getBytes(US_ASCII);
        }
        out.write("follower,followed\n".getBytes(US_ASCII));
        var fans = users / 2;
        var shares = shares();
        var given = 0.0;
        var written = 0L;
        for (var user = 1; user < users; user++) {
            given += shares[user];
            var until = user == users - 1 ? follows - fans : (long) (given * (follows - fans));
            followedBy[user] = user;
            if (user % 2 == 1 && user / 2 < fans) {
                row(user, 0, out);
            }
            for (; written < until; written++) {
                row(user, somebodyNewTo(user), out);
            }
        }
    }

    /** What part of all follows is each user's. */
    private double[] shares() {
        var shares = new double[users];
        var sum = 0.0;
        for (var user = 1; user < users; user++) {
            shares[user] = 1 / Math.sqrt(random.nextDouble() + 0.00001);
            sum += shares[user];
        }
        for (var user = 1; user < users; user++) {
            shares[user] /= sum;
        }
        return shares;
    }

    private int somebodyNewTo(int user) {
        while (true) {
            var rank = (long) (users * Math.pow(least + (1 - least) * random.nextDouble(), 3));
            var other = (int) (1 + rank * STRIDE % (users - 1));
            if (followedBy[other] != user) {
                followedBy[other] = user;
                return other;
            }
        }
    }

    private void row(int follower, int followed, OutputStream out) throws IOException {
        out.write(names[follower]);
        out.write(',');
        out.write(names[followed]);
        out.write('\n');
    }

    private static String name(int user) {
        return user == 0 ? "Star 0" : FIRST[user % FIRST.length] + " " + LAST[user / FIRST.length % LAST.length] + " " + user;
    }
}

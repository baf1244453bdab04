package dev.retinue.users;

/** Who may see something of a user. The user always may. */
public enum Audience {
    EVERYONE("Everyone"),
    MEMBERS("Members of Retinue"),
    FOLLOWERS("My followers"),
    MUTUALS("Followers whom I follow back"),
    ME("Only me");

    public final String label;

    Audience(String label) {
        this.label = label;
    }

    /** By what the viewer is to the user. */
    boolean admits(boolean member, Relation relation) {
        return switch (this) {
            case EVERYONE -> true;
            case MEMBERS -> member;
            case FOLLOWERS -> relation.following();
            case MUTUALS -> relation.mutual();
            case ME -> false;
        };
    }
}

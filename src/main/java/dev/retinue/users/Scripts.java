package dev.retinue.users;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;

/**
 * Whether a name mixes scripts so that it can pass for another, as a Cyrillic letter among Latin ones does. Latin goes with the
 * scripts that are written beside it, but not with Cyrillic and Greek, whose letters look like its own; digits are of one script
 * ("Moderately Restrictive" of Unicode Technical Standard 39, 5.2).
 */
class Scripts {

    private Scripts() {}

    static boolean areMixed(Username username) {
        return Checker.INSTANCE.failsChecks(username.key());
    }

    /** Made when it is first needed. */
    private static class Checker {

        static final SpoofChecker INSTANCE = new SpoofChecker.Builder()
                .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
                .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE)
                .build();
    }
}

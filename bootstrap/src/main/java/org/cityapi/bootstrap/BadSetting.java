package org.cityapi.bootstrap;

import java.util.regex.Pattern;

/** A setting that is wrong; the message is one line for the operator and never holds the value of a secret. */
final class BadSetting extends RuntimeException {

    /** In front of the host of an address. */
    private static final Pattern USER_AND_PASSWORD = Pattern.compile("\\S*:\\S*@");

    /** What an address is to be like tells no secret. */
    private static final Pattern EXAMPLE = Pattern.compile("[a-z]+://user:password@");

    BadSetting(String name, String fault) {
        super(name + " " + masked(fault));
    }

    private static String masked(String fault) {
        return USER_AND_PASSWORD
                .matcher(fault)
                .replaceAll(found -> EXAMPLE.matcher(found.group()).matches() ? found.group() : "...@");
    }
}

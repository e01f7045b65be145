package org.cityapi.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of map tiles in the usual squares of Web Mercator (EPSG:3857), which browsers ask by themselves.
 *
 * @param address such as {@code https://tiles.example.org/{z}/{x}/{y}.png}; empty for an outline of the world alone
 * @param attribution whom the tiles are from, as plain text; empty for nobody
 */
public record MapTiles(String address, String attribution) {

    /** Nothing in it ends a policy, an attribute or a source of one (CSP 3, 2.3.1). */
    private static final Pattern FORM =
            Pattern.compile("(https?://(?:[A-Za-z0-9._-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?)/[A-Za-z0-9._~/{}@?=&%-]*");

    private static final Pattern OTHER_BRACES = Pattern.compile("\\{(?![zxy]})[^}]*}?");

    /** No such server. */
    public static final MapTiles NONE = new MapTiles("", "");

    /** @throws IllegalArgumentException when the address is none of tiles */
    public MapTiles {
        Matcher other = OTHER_BRACES.matcher(address);
        if (other.find()) {
            throw new IllegalArgumentException("may have {z}, {x} and {y} in braces, not " + other.group());
        }
        boolean whole = address.contains("{z}") && address.contains("{x}") && address.contains("{y}");
        if (!address.isEmpty() && (!whole || !FORM.matcher(address).matches())) {
            throw new IllegalArgumentException("must be an http or https address with {z}, {x} and {y} in its path,"
                    + " such as https://tiles.example.org/{z}/{x}/{y}.png");
        }
    }

    /** Scheme, host and port; empty where there is no such server. */
    public String origin() {
        Matcher form = FORM.matcher(address);
        return form.matches() ? form.group(1) : "";
    }
}

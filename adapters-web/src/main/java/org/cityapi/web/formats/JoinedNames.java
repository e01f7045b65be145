package org.cityapi.web.formats;

import java.util.ArrayList;
import java.util.List;

/** Several names in one text, with bars between; a bar and a backslash within a name have a backslash in front. */
public final class JoinedNames {

    private static final char BAR = '|';
    private static final char ESCAPE = '\\';

    private JoinedNames() {}

    /** @param names none of which is empty */
    public static String join(List<String> names) {
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            if (!joined.isEmpty()) {
                joined.append(BAR);
            }
            append(joined, name);
        }
        return joined.toString();
    }

    private static void append(StringBuilder joined, String name) {
        if (name.indexOf(BAR) < 0 && name.indexOf(ESCAPE) < 0) {
            joined.append(name);
            return;
        }
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == BAR || letter == ESCAPE) {
                joined.append(ESCAPE);
            }
            joined.append(letter);
        }
    }

    /** The names of a text, as they are between its bars, empty ones too; a backslash before any other sign stays. */
    public static List<String> split(String joined) {
        List<String> names = new ArrayList<>();
        if (joined.isEmpty()) {
            return names;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < joined.length(); i++) {
            char letter = joined.charAt(i);
            if (letter == ESCAPE && i + 1 < joined.length() && isEscaped(joined.charAt(i + 1))) {
                name.append(joined.charAt(++i));
            } else if (letter == BAR) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(letter);
            }
        }
        names.add(name.toString());
        return names;
    }

    /** The names, none of them blank, in a text of somebody else's; where he has no bars, perhaps with commas between them. */
    static List<String> of(String joined, boolean byComma) {
        List<String> names = byComma && joined.indexOf(BAR) < 0 ? List.of(joined.split(",")) : split(joined);
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static boolean isEscaped(char letter) {
        return letter == BAR || letter == ESCAPE;
    }
}

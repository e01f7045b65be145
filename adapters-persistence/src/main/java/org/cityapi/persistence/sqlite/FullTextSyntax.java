package org.cityapi.persistence.sqlite;

import java.util.List;
import org.cityapi.persistence.names.Syntax;

/** Queries of FTS5 (https://sqlite.org/fts5.html, 3). */
final class FullTextSyntax implements Syntax {

    /** Letters up to which the table {@code city_name} has an index of beginnings. */
    private static final int LONGEST = 4;

    @Override
    public String term(String token) {
        return '"' + token + '"';
    }

    @Override
    public String beginning(String token) {
        return term(token) + "*";
    }

    @Override
    public boolean gathers(String beginning) {
        return beginning.codePointCount(0, beginning.length()) > LONGEST;
    }

    @Override
    public String anyOf(List<String> expressions) {
        return expressions.size() == 1 ? expressions.get(0) : "(" + String.join(" OR ", expressions) + ")";
    }

    @Override
    public String allOf(List<String> expressions) {
        return String.join(" AND ", expressions);
    }
}

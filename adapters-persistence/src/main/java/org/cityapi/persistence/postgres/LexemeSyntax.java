package org.cityapi.persistence.postgres;

import java.util.List;
import java.util.stream.Collectors;
import org.cityapi.persistence.names.Lexemes;
import org.cityapi.persistence.names.Syntax;

/** Texts of the types {@code tsquery} and {@code tsvector} (https://www.postgresql.org/docs/current/datatype-textsearch.html). */
final class LexemeSyntax implements Syntax {

    /** A {@code tsvector}. */
    static String vector(List<String> tokens) {
        return tokens.stream()
                .flatMap(token -> Lexemes.of(token).stream())
                .map(LexemeSyntax::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String lexeme) {
        return '\'' + lexeme.replace("\\", "\\\\").replace("'", "''") + '\'';
    }

    @Override
    public String term(String token) {
        return quoted(Lexemes.last(token));
    }

    @Override
    public String beginning(String token) {
        return term(token) + ":*";
    }

    @Override
    public boolean gathers(String beginning) {
        return false;
    }

    @Override
    public String anyOf(List<String> expressions) {
        return expressions.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    @Override
    public String allOf(List<String> expressions) {
        return String.join(" & ", expressions);
    }
}

package org.cityapi.persistence.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.search.Typos;
import org.cityapi.persistence.NameIndex.Lookup;
import org.jspecify.annotations.Nullable;

/** Lookups as expressions of a full-text query. */
public record Expressions(Words words, Syntax syntax) {

    /** What a name must have for a lookup to find its city; null when the lookup can find nothing. */
    public @Nullable String of(Connection connection, Lookup lookup, Collection<CountryCode> countries)
            throws SQLException {
        String names = names(connection, lookup);
        return names == null ? null : in(countries, names);
    }

    /** One of the two parts of {@link Lookup.Near}: a main name that begins with the text. */
    public String mainNames(SearchText text, Collection<CountryCode> countries) {
        return in(countries, syntax.beginning(Tokens.main(key(text))));
    }

    /** The other part: another name that equals the text. */
    public String otherNames(SearchText text, Collection<CountryCode> countries) {
        return in(countries, syntax.term(Tokens.other(key(text))));
    }

    private String in(Collection<CountryCode> countries, String names) {
        if (countries.isEmpty()) {
            return names;
        }
        List<String> any = countries.stream()
                .map(country -> syntax.term(Tokens.COUNTRY + country.value()))
                .sorted()
                .toList();
        return syntax.allOf(List.of(names, syntax.anyOf(any)));
    }

    private @Nullable String names(Connection connection, Lookup lookup) throws SQLException {
        if (lookup instanceof Lookup.Same same) {
            return syntax.term(Tokens.main(key(same.text())));
        } else if (lookup instanceof Lookup.Near near) {
            String key = key(near.text());
            return syntax.anyOf(List.of(syntax.beginning(Tokens.main(key)), syntax.term(Tokens.other(key))));
        } else if (lookup instanceof Lookup.Words words) {
            return syntax.allOf(
                    words.text().words().stream().map(syntax::beginning).toList());
        }
        List<Lexicon> lexicons = words.in(connection);
        return lookup instanceof Lookup.Typos typos
                ? typos(lexicons, typos.text())
                : typosInWords(lexicons, ((Lookup.TyposInWords) lookup).text());
    }

    private static String key(SearchText text) {
        return text.key().value();
    }

    private @Nullable String typos(List<Lexicon> lexicons, SearchText text) {
        String all = key(text).replace(" ", "");
        int allowed = Typos.allowed(text);
        Set<String> wholes = new TreeSet<>();
        lexicons.forEach(lexicon -> wholes.addAll(lexicon.like(Tokens.Kind.WHOLE_NAME, all, allowed)));
        // The lexicon does not count blanks.
        wholes.removeIf(token -> !Typos.explain(text, Tokens.name(token)));
        return wholes.isEmpty()
                ? null
                : syntax.anyOf(wholes.stream().map(syntax::term).toList());
    }

    private @Nullable String typosInWords(List<Lexicon> lexicons, SearchText text) {
        if (text.words().size() > Typos.MOST_WORDS) {
            return null;
        }
        List<String> each = new ArrayList<>();
        boolean any = false;
        for (String word : new HashSet<>(text.words())) {
            Set<String> meant = new TreeSet<>(List.of(syntax.beginning(word)));
            lexicons.forEach(lexicon -> lexicon.like(Tokens.Kind.WORD, word, Typos.allowed(word))
                    .forEach(like -> meant.add(syntax.term(like))));
            any |= meant.size() > 1;
            each.add(syntax.anyOf(List.copyOf(meant)));
        }
        return any ? syntax.allOf(each) : null;
    }
}

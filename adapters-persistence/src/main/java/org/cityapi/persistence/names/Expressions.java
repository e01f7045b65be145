package org.cityapi.persistence.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.search.Typos;
import org.cityapi.domain.text.SearchKey;
import org.cityapi.persistence.NameIndex.Lookup;
import org.jspecify.annotations.Nullable;

/** Lookups as expressions of a full-text query. */
public record Expressions(Words words, Syntax syntax) {

    /** So many tokens are looked up one by one in less time than all names with a frequent one are gathered. */
    private static final int FEW = 40;

    /** The same where they need only be looked up among the names that have other words. */
    private static final int MANY = 400;

    /** What a name must have for a lookup to find its city; null when the lookup can find nothing. */
    public @Nullable String of(Connection connection, Lookup lookup, Collection<CountryCode> countries)
            throws SQLException {
        String names = names(connection, lookup);
        return names == null ? null : in(countries, names);
    }

    /** One of the two parts of {@link Lookup.Near}: a main name that begins with the text. */
    public String mainNames(SearchText text, Collection<CountryCode> countries) {
        return in(countries, syntax.anyOf(mainNames(text)));
    }

    private List<String> mainNames(SearchText text) {
        return SearchKey.beginnings(key(text)).stream()
                .map(beginning -> syntax.beginning(Tokens.main(beginning)))
                .toList();
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
            List<String> any = new ArrayList<>(mainNames(near.text()));
            any.add(syntax.term(Tokens.other(key(near.text()))));
            return syntax.anyOf(any);
        } else if (lookup instanceof Lookup.Words each) {
            return beginnings(Set.copyOf(each.text().words()));
        }
        List<Lexicon> lexicons = words.in(connection);
        if (lookup instanceof Lookup.Typos whole) {
            return typos(lexicons, whole.text());
        }
        if (lookup instanceof Lookup.TyposInBeginning beginning) {
            return typosInBeginning(lexicons, beginning.text());
        }
        if (lookup instanceof Lookup.TyposInWords inWords) {
            return typosInWords(inWords.text(), word -> like(lexicons, word));
        }
        SearchText text = ((Lookup.TyposInBeginnings) lookup).text();
        // Else nothing is found that was not found in whole words.
        return text.words().stream().anyMatch(word -> Typos.allowedInBeginning(word) > 0)
                ? typosInWords(
                        text,
                        word -> likeInBeginnings(lexicons, word, text.words().size() == 1 ? FEW : MANY))
                : null;
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

    private Set<String> like(List<Lexicon> lexicons, String word) {
        Set<String> terms = new TreeSet<>();
        lexicons.forEach(lexicon -> lexicon.like(Tokens.Kind.WORD, word, Typos.allowed(word))
                .forEach(like -> terms.add(syntax.term(like))));
        return terms;
    }

    private Set<String> likeInBeginnings(List<Lexicon> lexicons, String word, int most) {
        Set<String> terms = like(lexicons, word);
        Set<String> beginnings = new TreeSet<>();
        lexicons.forEach(lexicon ->
                beginnings.addAll(lexicon.likeBeginnings(Tokens.Kind.WORD, word, Typos.allowedInBeginning(word))));
        beginnings.forEach(beginning -> terms.addAll(told(beginning, most)));
        return terms;
    }

    private @Nullable String typosInBeginning(List<Lexicon> lexicons, SearchText text) {
        Set<String> beginnings = new TreeSet<>();
        lexicons.forEach(lexicon -> beginnings.addAll(
                lexicon.likeBeginnings(Tokens.Kind.WHOLE_NAME, key(text), Typos.allowedInBeginning(text))));
        return beginnings.isEmpty()
                ? null
                : syntax.anyOf(beginnings.stream()
                        .map(beginning -> syntax.beginning(Tokens.main(beginning)))
                        .toList());
    }

    /** @param like terms for what a word may have been meant to be */
    private @Nullable String typosInWords(SearchText text, Function<String, Set<String>> like) {
        if (text.words().size() > Typos.MOST_WORDS) {
            return null;
        }
        List<String> words = text.words();
        List<String> each = new ArrayList<>();
        List<List<String>> perhapsWithout = new ArrayList<>();
        for (String word : words) {
            Set<String> meant = like.apply(word);
            boolean mayHaveErrors = !meant.isEmpty();
            // A name that has a word which begins with the only one of the text is found without errors.
            List<String> without = words.size() > 1 ? beginning(word, MANY) : List.of();
            if (mayHaveErrors) {
                perhapsWithout.add(without);
            }
            meant.addAll(without);
            if (meant.isEmpty()) {
                return null;
            }
            each.add(syntax.anyOf(List.copyOf(meant)));
        }
        if (perhapsWithout.isEmpty()) {
            return null;
        }
        // Of more words than there may be errors one at least has none; else half the world is like `sanb sanc sanf`.
        int group = Typos.allowed(text) + 1;
        for (int from = 0; from + group <= perhapsWithout.size(); from++) {
            List<String> any = perhapsWithout.subList(from, from + group).stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            if (any.isEmpty()) {
                return null;
            }
            each.add(syntax.anyOf(any));
        }
        return syntax.allOf(each);
    }

    private @Nullable String beginnings(Set<String> beginnings) {
        List<String> each = new ArrayList<>();
        for (String beginning : beginnings) {
            List<String> any = beginning(beginning, beginnings.size() == 1 ? FEW : MANY);
            if (any.isEmpty()) {
                return null;
            }
            each.add(syntax.anyOf(any));
        }
        return syntax.allOf(each);
    }

    private List<String> beginning(String word, int most) {
        return SearchKey.beginnings(word).stream()
                .flatMap(beginning -> told(beginning, most).stream())
                .toList();
    }

    /** Words that begin so: told one by one where the others are dear and these are few. */
    private List<String> told(String beginning, int most) {
        Set<String> tokens = syntax.gathers(beginning) ? words.beginning(beginning, most + 1) : null;
        return tokens == null || tokens.size() > most
                ? List.of(syntax.beginning(beginning))
                : tokens.stream().map(syntax::term).toList();
    }
}

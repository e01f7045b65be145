package org.cityapi.domain.text;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it is searched: without case, accents, special letters and punctuation, its words one blank apart.
 *
 * @param value never null; empty when the name has neither letter nor digit
 */
public record SearchKey(String value) {

    private static final Map<String, String> LONG = Map.of("st", "saint", "ste", "sainte");
    private static final Map<String, String> GERMAN = Map.of("st", "sankt");
    private static final Map<String, String> DUTCH = Map.of("st", "sint");

    /** French and English, German and Dutch shorten alike. */
    private static final Map<String, String> SHORT =
            Map.of("saint", "st", "sainte", "ste", "sankt", "st", "sint", "st");

    /** Up to so many of these words in a name, each may be written in its own way. */
    private static final int SAINTS = 2;

    /** How many keys a name can have at most; those of one with two saints and parted words would be more. */
    public static final int MOST = 10;

    private static final String APOSTROPHES = "'’‘`´′ʼʻ";
    private static final String SIGNS = APOSTROPHES + '.';

    /** Within a word: an apostrophe between two letters, or the full stop after an abbreviation or an initial. */
    private static final Pattern PARTING = Pattern.compile("(?<=[\\p{L}\\p{M}])[" + SIGNS + "](?=\\p{L})");

    /**
     * The keys of a name.
     *
     * @param own {@link #ownOf}
     * @param all {@link #allOf}
     */
    public record Keys(List<SearchKey> own, List<SearchKey> all) {}

    /** {@code São Paulo} gives {@code sao paulo}, {@code Łódź} gives {@code lodz}, {@code L'Aquila} {@code laquila}. */
    public static SearchKey of(String name) {
        return new SearchKey(LikeLetters.fold(Folding.fold(LikeLetters.spelledOut(name))));
    }

    /**
     * All by which a name is found: {@link #ownOf} first; besides, a {@code St} may be typed as {@code Sankt} or {@code
     * Sint}. None when the name has neither letter nor digit.
     */
    public static List<SearchKey> allOf(String name) {
        return keysOf(name).all();
    }

    /** Both {@link #ownOf} and {@link #allOf}. */
    public static Keys keysOf(String name) {
        List<SearchKey> written = written(name);
        List<SearchKey> own = own(written);
        // Alone it is no saint: so Sète is transcribed from Hebrew.
        List<SearchKey> saints =
                written.stream().filter(key -> key.hasWordWith("st ")).toList();
        if (saints.isEmpty()) {
            return new Keys(own, own);
        }
        return new Keys(
                own,
                Stream.concat(
                                own.stream(),
                                saints.stream().flatMap(key -> Stream.of(key.with(GERMAN), key.with(DUTCH))))
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    /**
     * Those that a name has no less than others, that of the name itself first: a {@code St} may be typed as {@code
     * Saint}, and the other way round, {@code L'Aquila} as {@code l aquila}, {@code C.A. Rosetti} as {@code c a rosetti}.
     * A main name is put in front by these alone, lest St. Louis stand before Sankt Gallen, and before Sinop.
     */
    public static List<SearchKey> ownOf(String name) {
        return own(written(name));
    }

    /** The name as it is written, and parted where its signs part words; none without letter and digit. */
    private static List<SearchKey> written(String name) {
        SearchKey key = of(name);
        if (key.value.isEmpty()) {
            return List.of();
        }
        String parted = parted(name);
        return parted.equals(name) ? List.of(key) : List.of(key, of(parted));
    }

    private static List<SearchKey> own(List<SearchKey> written) {
        return written.size() == 1
                ? written.get(0).spellings()
                : written.stream()
                        .flatMap(key -> key.spellings().stream())
                        .distinct()
                        .toList();
    }

    /** A text with blanks in place of the signs within its words that part them as well as not. */
    private static String parted(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Most names hold none of the signs, and are spared the search.
            char c = text.charAt(i);
            if ((c < 'A' || c > 'z' || c == '`') && c != ' ' && SIGNS.indexOf(c) >= 0) {
                return PARTING.matcher(text).replaceAll(" ");
            }
        }
        return text;
    }

    private List<SearchKey> spellings() {
        // Most names have no such word, and are spared the search.
        if (!hasWordWith("st") && !hasWordWith("saint") && !hasWordWith("sankt") && !hasWordWith("sint")) {
            return List.of(this);
        }
        long saints = words().stream()
                .filter(word -> LONG.containsKey(word) || SHORT.containsKey(word))
                .count();
        Stream<SearchKey> others = saints > SAINTS ? Stream.of(with(LONG), with(SHORT)) : eachWay();
        return Stream.concat(Stream.of(this), others).distinct().toList();
    }

    private SearchKey with(Map<String, String> spelling) {
        return new SearchKey(
                words().stream().map(word -> spelling.getOrDefault(word, word)).collect(Collectors.joining(" ")));
    }

    private Stream<SearchKey> eachWay() {
        List<String> texts = List.of("");
        for (String word : words()) {
            String other = LONG.getOrDefault(word, SHORT.getOrDefault(word, word));
            texts = texts.stream()
                    .flatMap(text -> Stream.of(word, other).distinct().map(way -> text + " " + way))
                    .toList();
        }
        return texts.stream().map(text -> new SearchKey(text.substring(1)));
    }

    public List<String> words() {
        return List.of(value.split(" "));
    }

    /** Whether it begins like that, if only with what {@link #beginnings} tells. */
    public boolean beginsWith(String start) {
        return value.startsWith(start) || isAnyOther(start, value::startsWith);
    }

    /**
     * What a folded text may be the beginning of: itself first; others where it ends with a vowel sign that is typed on
     * the way to another one.
     */
    public static List<String> beginnings(String start) {
        return Stream.concat(Stream.of(start), OpenSigns.others(start).stream()).toList();
    }

    /** Whether one of its words begins like that, as {@link #beginsWith} does. */
    public boolean hasWordFrom(String start) {
        return hasWordWith(start) || isAnyOther(start, this::hasWordWith);
    }

    private static boolean isAnyOther(String start, Predicate<String> wanted) {
        List<String> others = OpenSigns.others(start);
        return !others.isEmpty() && others.stream().anyMatch(wanted);
    }

    private boolean hasWordWith(String start) {
        for (int at = value.indexOf(start); at >= 0; at = value.indexOf(start, at + 1)) {
            if (at == 0 || value.charAt(at - 1) == ' ') {
                return true;
            }
        }
        return false;
    }
}

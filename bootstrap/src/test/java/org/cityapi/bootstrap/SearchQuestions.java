package org.cityapi.bootstrap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cityapi.persistence.bundled.BundledCities;

/** What the benchmark asks, the same each time: kinds of questions by their names, with the paths that ask them. */
final class SearchQuestions {

    private static final String LIST = "/api/v2/cities?";
    private static final String SUGGEST = "/api/v2/cities/suggest?q=";
    private static final String OTHER_LETTERS = "абвгдежзиклмнопрстуфхцшюяαβγδεθικλμνοπρστفقكلمنهويאבגדהכ京東大上北南서부대산인천";
    private static final int MANY = 2_000;

    private final Random random = new Random(4);
    private final List<String> names = new ArrayList<>();

    SearchQuestions() {
        BundledCities.CITIES_1000
                .open()
                .forEachRemaining(city -> names.add(city.name().value()));
    }

    /** A page without a question, to which the others are compared. */
    static List<String> plain() {
        return List.of(LIST + "limit=20");
    }

    Map<String, List<String>> suggestions() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (int length = 1; length <= 3; length++) {
            int letters = length;
            asked.put("suggest, any " + letters + " of a-z", many(any -> SUGGEST + letters(letters)));
            asked.put("suggest, first " + letters + " of a name", many(any -> SUGGEST + start(letters)));
        }
        asked.put(
                "suggest, a letter of another script",
                OTHER_LETTERS
                        .chars()
                        .mapToObj(letter -> SUGGEST + encoded(Character.toString(letter)))
                        .toList());
        asked.put(
                "suggest, any 1 to 3 of a-z in a country",
                many(i -> SUGGEST + letters(1 + i % 3) + "&country="
                        + List.of("FR", "US", "VA", "IS").get(i % 4)));
        asked.put("suggest, a whole name", many(any -> SUGGEST + encoded(name(1))));
        return asked;
    }

    Map<String, List<String>> errors() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("suggest, one error in 5 or more", many(any -> SUGGEST + encoded(mistyped(name(5)))));
        asked.put("suggest, two errors in 8 or more", many(any -> SUGGEST + encoded(mistyped(mistyped(name(8))))));
        asked.put("suggest, errors in two names", many(any -> SUGGEST + encoded(mistyped(name(5)) + ' ' + name(5))));
        asked.put("suggest, 12 letters at random", many(any -> SUGGEST + letters(12)));
        return asked;
    }

    Map<String, List<String>> texts() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("q, a whole name", many(any -> LIST + "q=" + encoded(name(1))));
        asked.put("q, a frequent word", List.of(LIST + "q=san", LIST + "q=new", LIST + "q=la", LIST + "q=saint"));
        asked.put("q, one letter", List.of(LIST + "q=a", LIST + "q=s", LIST + "q=m"));
        asked.put("q=san, near Mexico City", List.of(LIST + "q=san&near=19.43,-99.13"));
        asked.put("q=a, near Mexico City", List.of(LIST + "q=a&near=19.43,-99.13"));
        asked.put("q=san, sort=name", List.of(LIST + "q=san&sort=name"));
        asked.put("q=a, sort=name", List.of(LIST + "q=a&sort=name"));
        asked.put("q=a, in a box around France", List.of(LIST + "q=a&bbox=-5,42,8,51"));
        return asked;
    }

    static Map<String, List<String>> places() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("near Paris", List.of(LIST + "near=48.8566,2.3522"));
        asked.put("near New York", List.of(LIST + "near=40.7128,-74.006"));
        asked.put("near Tokyo", List.of(LIST + "near=35.6762,139.6503"));
        asked.put("near nothing (Point Nemo)", List.of(LIST + "near=-48.88,-123.39"));
        asked.put("near the pole", List.of(LIST + "near=90,0"));
        asked.put("near Paris, 10 km", List.of(LIST + "near=48.8566,2.3522&radiusKm=10"));
        asked.put("near Paris, 500 km", List.of(LIST + "near=48.8566,2.3522&radiusKm=500"));
        asked.put(
                "near Paris, 500 km, largest first",
                List.of(LIST + "near=48.8566,2.3522&radiusKm=500&sort=-population"));
        asked.put("box around Paris", List.of(LIST + "bbox=2.2,48.8,2.5,49"));
        asked.put("box around France", List.of(LIST + "bbox=-5,42,8,51"));
        asked.put("box around the world", List.of(LIST + "bbox=-180,-90,180,90"));
        asked.put("box across the antimeridian", List.of(LIST + "bbox=170,-50,-170,70"));
        asked.put("box of sea", List.of(LIST + "bbox=-40,-40,-30,40"));
        asked.put("box around France, sort=name", List.of(LIST + "bbox=-5,42,8,51&sort=name"));
        String all = "country=US,CA&minPopulation=5000&maxPopulation=900000&bbox=-100,30,-60,50";
        asked.put("all filters", List.of(LIST + all + "&near=40.7128,-74.006&radiusKm=900"));
        asked.put("all filters and q=new", List.of(LIST + all + "&near=40.7128,-74.006&radiusKm=900&q=new"));
        return asked;
    }

    private static List<String> many(Function<Integer, String> path) {
        return IntStream.range(0, MANY).boxed().map(path).toList();
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String name(int least) {
        while (true) {
            String name = names.get(random.nextInt(names.size()));
            if (name.length() >= least && name.length() <= 40) {
                return name;
            }
        }
    }

    private String start(int length) {
        String name = name(length);
        return encoded(name.substring(0, length));
    }

    /** With a letter too many, too few, another, or two that changed places. */
    private String mistyped(String name) {
        int at = random.nextInt(name.length() - 1);
        String before = name.substring(0, at);
        String rest = name.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + letters(1) + name.substring(at);
            case 1 -> before + rest;
            case 2 -> before + letters(1) + rest;
            default -> before + rest.charAt(0) + name.charAt(at) + rest.substring(1);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

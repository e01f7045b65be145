package org.cityapi.web.pages.cities;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.text.ShortTexts;
import org.cityapi.web.http.WrittenNumber;

/**
 * A latitude and a longitude that somebody has put into one field, such as {@code 48.85, 2.35}, {@code 48,85; 2,35} or
 * {@code 48.85° N, 2.35° W}; as plain decimal numbers.
 */
record TypedPlace(String latitude, String longitude) {

    private static final String NUMBER = "([+-]?[0-9]{1,3}(?:[.,][0-9]{1,10})?)\\s*°?\\s*";

    /** What is between the two: not a comma that could be a decimal one. */
    private static final Pattern PLACE = Pattern.compile(
            "\\(?\\s*" + NUMBER + "([NnSs]?)(\\s*;\\s*|\\s*,\\s+|\\s+)" + NUMBER + "([EeOoWw]?)\\s*\\)?");

    /** With points in both numbers a comma can only be between them. */
    private static final Pattern POINTS =
            Pattern.compile("([+-]?[0-9]{1,3}\\.[0-9]{1,10}),([+-]?[0-9]{1,3}\\.[0-9]{1,10})");

    static Optional<TypedPlace> of(String text) {
        if (text.length() > WrittenNumber.LONGEST) {
            return Optional.empty();
        }
        String plain = plain(text);
        Matcher points = POINTS.matcher(plain);
        if (points.matches()) {
            return Optional.of(new TypedPlace(points.group(1), points.group(2)));
        }
        Matcher place = PLACE.matcher(plain);
        return place.matches() && areTwo(place)
                ? Optional.of(new TypedPlace(
                        signed(place.group(1), place.group(2), "S"), signed(place.group(4), place.group(5), "WO")))
                : Optional.empty();
    }

    /** Not degrees and minutes, nor the groups of one number: where a blank alone parts them, both look like degrees. */
    private static boolean areTwo(Matcher place) {
        return !place.group(3).isBlank()
                || (isOfDegrees(place.group(1), place.group(2)) && isOfDegrees(place.group(4), place.group(5)));
    }

    private static boolean isOfDegrees(String number, String side) {
        return !side.isEmpty() || number.contains(".") || number.contains(",");
    }

    /** With the keyboard's minus and blank, and without blanks around it. */
    static String plain(String text) {
        return ShortTexts.trim(text)
                .replace('\u2212', '-')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private static String signed(String number, String side, String negative) {
        String plain = number.replace(',', '.');
        boolean turned = !side.isEmpty() && negative.contains(side.toUpperCase(Locale.ROOT));
        return turned && !plain.startsWith("-") ? "-" + plain : plain;
    }
}

package org.cityapi.web.pages;

import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.web.Languages;

/** Writes numbers, places and times as a reader of a language does; for one page. */
public final class Texts {

    private final String separator;
    private static final Pattern FIRST_DAY = Pattern.compile("^1(?=\\s)");

    private final boolean isFrench;
    private final NumberFormat numbers;
    private final NumberFormat degrees;
    private final NumberFormat exact;
    private final NumberFormat kilometres;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter times;

    /** For who reads the answer: dates are written as in his region. */
    public static Texts of(HttpRequest<?> request) {
        return new Texts(Languages.of(request), Languages.regional(request));
    }

    public Texts(Locale language) {
        this(language, language);
    }

    private Texts(Locale language, Locale region) {
        isFrench = language.getLanguage().equals("fr");
        // Where a comma is within numbers, it is none between them.
        separator = isFrench ? "\u00a0; " : ", ";
        numbers = NumberFormat.getIntegerInstance(language);
        degrees = NumberFormat.getNumberInstance(language);
        degrees.setMinimumFractionDigits(2);
        degrees.setMaximumFractionDigits(2);
        exact = NumberFormat.getNumberInstance(language);
        exact.setMaximumFractionDigits(10);
        kilometres = NumberFormat.getNumberInstance(language);
        kilometres.setMaximumFractionDigits(1);
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(region)
                .withZone(ZoneOffset.UTC);
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(region)
                .withZone(ZoneOffset.UTC);
    }

    public String number(long number) {
        return numbers.format(number);
    }

    /** To about a kilometre. */
    public String place(Coordinates place) {
        return degrees.format(place.latitude()) + separator + degrees.format(place.longitude());
    }

    /** As exactly as it is kept. */
    public String exactly(Coordinates place) {
        return degrees(place.latitude()) + separator + degrees(place.longitude());
    }

    /** Numbers that belong together, such as the edges of a box. */
    public String row(List<BigDecimal> some) {
        return some.stream().map(exact::format).collect(Collectors.joining(separator));
    }

    /** As exactly as it is kept. */
    public String degrees(BigDecimal number) {
        return exact.format(number);
    }

    public String distance(double km) {
        return kilometres.format(km);
    }

    public String date(Instant time) {
        return first(dates.format(time));
    }

    public String time(Instant time) {
        return first(times.format(time)) + " UTC";
    }

    /** French has an ordinal for the first day of a month, and for no other; the data of Unicode (CLDR) do not. */
    private String first(String date) {
        return isFrench ? FIRST_DAY.matcher(date).replaceFirst("1er") : date;
    }
}

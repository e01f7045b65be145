package org.cityapi.web.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.cityapi.domain.city.Coordinates;

/** Writes numbers, places and times as a reader of a language does; for one page. */
public final class Texts {

    private final String separator;
    private final NumberFormat numbers;
    private final NumberFormat degrees;
    private final NumberFormat exact;
    private final NumberFormat kilometres;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter times;

    public Texts(Locale language) {
        // Where a comma is within numbers, it is none between them.
        separator = language.getLanguage().equals("fr") ? "\u00a0; " : ", ";
        numbers = NumberFormat.getIntegerInstance(language);
        degrees = NumberFormat.getNumberInstance(language);
        degrees.setMinimumFractionDigits(2);
        degrees.setMaximumFractionDigits(2);
        exact = NumberFormat.getNumberInstance(language);
        exact.setMaximumFractionDigits(10);
        kilometres = NumberFormat.getNumberInstance(language);
        kilometres.setMaximumFractionDigits(1);
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
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

    /** As exactly as it is kept. */
    public String degrees(BigDecimal number) {
        return exact.format(number);
    }

    public String distance(double km) {
        return kilometres.format(km);
    }

    public String date(Instant time) {
        return dates.format(time);
    }

    public String time(Instant time) {
        return times.format(time) + " UTC";
    }
}

package org.cityapi.domain.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The catalogue of countries: the 249 of ISO 3166-1 and Kosovo.
 *
 * <p>It ships with the domain, because the names that Java knows change from release to release. Source: the npm
 * packages i18n-iso-countries and countries-list (MIT, see NOTICE.txt).
 */
public final class Countries {

    // Only these letters: upper case would make codes of other signs, SS of ß, FI of the ligature fi.
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    /** Characters; no name of a country has so many. To put marks in order takes long where there are many. */
    private static final int LONGEST = 200;

    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}");

    private static final Countries CATALOGUE = new Countries(read());

    private final List<Country> all;
    private final Map<String, Country> byCode = new HashMap<>();
    private final Map<String, Country> byName = new HashMap<>();

    private Countries(List<Country> all) {
        this.all = List.copyOf(all);
        for (Country country : all) {
            byCode.put(country.code().value(), country);
            byCode.put(country.alpha3(), country);
            byName.put(plain(country.english()), country);
            byName.put(plain(country.french()), country);
        }
    }

    public static Countries catalogue() {
        return CATALOGUE;
    }

    /** All countries, ordered by code. */
    public List<Country> all() {
        return all;
    }

    /** The country of an alpha-2 code in any case; empty when no country has it. */
    public Optional<Country> withCode(String alpha2) {
        return ALPHA_2.matcher(alpha2).matches()
                ? Optional.ofNullable(byCode.get(alpha2.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The country of a code that is known to be one. */
    public Country of(CountryCode code) {
        Country country = byCode.get(code.value());
        if (country == null) {
            throw new IllegalArgumentException("No country: " + code);
        }
        return country;
    }

    /**
     * The country of an alpha-2 or alpha-3 code or of an English or French name, in any case, with or without accents,
     * blanks around it or none; empty when there is none. A code is plain letters: {@code F.R.} is none.
     */
    public Optional<Country> named(String codeOrName) {
        String text = codeOrName.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (CODE.matcher(text).matches()) {
            return Optional.ofNullable(byCode.get(text.toUpperCase(Locale.ROOT)));
        }
        return Optional.ofNullable(byName.get(plain(text)));
    }

    /** Without case and accents, and with the apostrophe of the keyboard; all other signs count. */
    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ACCENTS.matcher(decomposed).replaceAll("").replace('\u2019', '\'');
    }

    private static List<Country> read() {
        List<Country> countries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Countries.class.getResourceAsStream("countries.csv"), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                countries.add(parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return countries;
    }

    /** A line of our own file: eight fields and a status; quoted where a comma is inside, never a quote in quotes. */
    private static Country parse(String line) {
        String[] field = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 0; i < field.length; i++) {
            field[i] = field[i].replace("\"", "");
        }
        String numeric = field[2].isEmpty() ? null : field[2];
        return new Country(
                new CountryCode(field[0]), field[1], numeric, field[3], field[4], field[5], field[6], field[7]);
    }
}

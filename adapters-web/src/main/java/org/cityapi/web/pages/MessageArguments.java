package org.cityapi.web.pages;

import java.util.Locale;

/**
 * Makes texts of people fit to stand in a message: {@link java.text.MessageFormat} would take their apostrophes and braces for
 * its own.
 */
public final class MessageArguments {

    /** The text, quoted once. */
    public String arg(String text) {
        return text.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }

    /** The key of the words for a field of a city, such as {@code field.country_code} for {@code countryCode}. */
    public String field(String name) {
        return "field." + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

package org.cityapi.web.pages;

/**
 * Makes texts of people fit to stand in a message: {@link java.text.MessageFormat} would take their apostrophes and braces for
 * its own.
 */
public final class MessageArguments {

    /** The text, quoted once. */
    public String arg(String text) {
        return text.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }
}

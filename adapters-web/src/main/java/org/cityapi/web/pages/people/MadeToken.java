package org.cityapi.web.pages.people;

/**
 * A token that was made just now, for the page that shows its text.
 *
 * @param name what it is called
 * @param text of the token
 */
public record MadeToken(String name, String text) {

    /** Nothing of the text: this method is how secrets find their way into logs. */
    @Override
    public String toString() {
        return "API token " + name;
    }
}

package org.cityapi.persistence;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A failure that the operator is told of in one line, in his language; what is kept of it elsewhere is English. */
public abstract class ToldFailure extends RuntimeException {

    /** The bundle of this package. */
    protected static final String OF_DATABASES = "org.cityapi.persistence.failures";

    private static final long serialVersionUID = 1;

    private final String bundle;
    private final String key;
    private final transient List<Object> values;

    /**
     * Made of a text that a bundle has.
     *
     * @param bundle the name of a resource bundle, its root in English
     * @param values for the text, as {@link String#format} takes them
     */
    protected ToldFailure(String bundle, String key, Object... values) {
        super(text(bundle, Locale.ENGLISH, key, values));
        this.bundle = bundle;
        this.key = key;
        this.values = List.of(values);
    }

    /** The line in that language; in English where that is none of ours. */
    public String in(Locale language) {
        return text(bundle, language, key, values.toArray());
    }

    private static String text(String bundle, Locale language, String key, Object... values) {
        String format = ResourceBundle.getBundle(
                        bundle, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
        return String.format(Locale.ROOT, format, values);
    }
}

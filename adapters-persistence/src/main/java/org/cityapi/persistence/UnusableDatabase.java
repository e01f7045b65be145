package org.cityapi.persistence;

/** A database that cannot hold the register; the message is one sentence for the operator, without a password. */
public final class UnusableDatabase extends ToldFailure {

    private static final long serialVersionUID = 1;

    /** @param key of the sentence, in {@code failures.properties} */
    public UnusableDatabase(String key, Object... values) {
        super(OF_DATABASES, "database." + key, values);
    }
}

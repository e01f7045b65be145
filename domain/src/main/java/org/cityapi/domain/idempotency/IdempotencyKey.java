package org.cityapi.domain.idempotency;

import org.cityapi.domain.user.UserId;

/**
 * The name that a user gives to one write, so that he can send it again without doing it again.
 *
 * @param caller whose key it is: others may use the same text
 * @param text 1 to {@link #MAX_LENGTH} characters
 */
public record IdempotencyKey(UserId caller, String text) {

    public static final int MAX_LENGTH = 128;

    /** @throws IllegalArgumentException when the text is empty or too long */
    public IdempotencyKey {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A key of " + text.length() + " characters");
        }
    }
}

package org.cityapi.persistence;

/** Why something failed, for a line of the log. */
public final class Reason {

    private Reason() {}

    /** What a failure says, and what lies at the bottom of it: that a certificate is not trusted, say. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return root == failure ? message : message + " (" + root.getMessage() + ')';
    }
}

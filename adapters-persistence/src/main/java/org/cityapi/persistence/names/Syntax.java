package org.cityapi.persistence.names;

import java.util.List;

/** How the full-text query of a database says which tokens a name must have. */
public interface Syntax {

    /** That token. */
    String term(String token);

    /** A token that begins so. */
    String beginning(String token);

    /** Whether all names with tokens that begin so are gathered before the first of them is told. */
    boolean gathers(String beginning);

    /** At least one of these; there is one at least. */
    String anyOf(List<String> expressions);

    /** Each of these; there is one at least. */
    String allOf(List<String> expressions);
}

package org.cityapi.domain.search;

/** How a name matches a search, the best first. */
public enum MatchKind {
    /** It equals the text. */
    EXACT,
    /** It begins with the text. */
    PREFIX,
    /** Each word of the text begins one of its words. */
    WORD,
    /** It would match, but for typing errors in the text. */
    FUZZY
}

package org.cityapi.persistence.names;

/** Tokens in an order in which those that are alike on one side stand together. */
interface TokenOrder {

    /** Which token of the list stands there. */
    int token(int at);

    /** How many bytes, or more, a token has in common with the one before it, on the side that is looked at first. */
    int common(int at);

    /** The first behind a token that has not so many bytes in common with it, or one before that. */
    int after(int at, int bytes);
}

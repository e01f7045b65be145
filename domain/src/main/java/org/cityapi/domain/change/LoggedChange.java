package org.cityapi.domain.change;

/**
 * A change with its place in the log.
 *
 * @param sequence from 1; larger than that of every change that was committed before
 */
public record LoggedChange(long sequence, Change change) {}

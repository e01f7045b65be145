package org.cityapi.domain;

import java.util.function.Supplier;

/**
 * Runs work in one transaction, against one state of the store.
 *
 * <p>Work within work on the same thread joins the transaction that is open. Whatever the work throws takes all of it
 * back and is thrown on.
 *
 * <p>Work in which something failed is lost, even if somebody catches the failure: work within it, or a port's call that
 * threw anything but {@link org.cityapi.domain.rejection.Rejection.Stale Stale} and
 * {@link org.cityapi.domain.rejection.Rejection.NotFound NotFound}, which a port finds out by looking. From then on the
 * ports refuse to serve it with an {@link IllegalStateException}; so it ends, too, if it returns.
 */
public interface UnitOfWork {

    /**
     * Runs work that may write; commits when it returns.
     *
     * @throws org.cityapi.domain.rejection.Rejection.Unavailable when the store cannot be reached or has no room
     */
    <T> T write(Supplier<T> work);

    /**
     * Runs work that only reads, and sees one state of the store throughout.
     *
     * @throws org.cityapi.domain.rejection.Rejection.Unavailable when the store cannot be reached
     */
    <T> T read(Supplier<T> work);
}

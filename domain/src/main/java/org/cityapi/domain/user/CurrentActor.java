package org.cityapi.domain.user;

/** Tells who makes the request that is being answered. */
public interface CurrentActor {

    /**
     * The actor of the present request; an anonymous one when nobody is signed in. Never null. In a write that has lasted for
     * more than a second it is judged again who that is, and what he may do.
     *
     * @throws org.cityapi.domain.rejection.Rejection.InvalidToken when the request's token is good no more
     */
    Actor get();

    /** Who it was when that was judged last: for what is shown, the answer to a write among it, which must not be refused. */
    default Actor lastJudged() {
        return get();
    }
}

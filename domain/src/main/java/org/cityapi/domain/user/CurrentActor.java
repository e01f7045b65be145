package org.cityapi.domain.user;

/** Tells who makes the request that is being answered. */
public interface CurrentActor {

    /** The actor of the present request; an anonymous one when nobody is signed in. Never null. */
    Actor get();
}

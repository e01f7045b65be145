package org.cityapi.web.wire;

import java.nio.channels.ClosedChannelException;
import java.util.Optional;

/** A request is refused by the rules of HTTP itself; the connection ends with the answer. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WireFault fault;

    WireException(WireFault fault) {
        // The cause tells Micronaut that where nobody reads the body there is nobody to tell.
        super(fault.name(), new ClosedChannelException(), false, false);
        this.fault = fault;
    }

    /** There is no room for what a request brings: it may come again later. */
    public static WireException noRoom() {
        return new WireException(WireFault.NO_ROOM);
    }

    /** The one that a failure to read a body comes from. */
    public static Optional<WireException> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WireException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    public WireFault fault() {
        return fault;
    }
}

package org.cityapi.web.wire;

/** A request is refused by the rules of HTTP itself; the connection ends with the answer. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WireFault fault;

    WireException(WireFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public WireFault fault() {
        return fault;
    }
}

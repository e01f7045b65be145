package org.cityapi.web.wire;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** Why a request is refused before anybody asks what it wants. */
public enum WireFault {
    /** No host, two of them, or one that is none (RFC 9112, 3.2). */
    HOST(HttpStatus.BAD_REQUEST),
    /** A target that is no address, or whose path is not UTF-8. */
    TARGET(HttpStatus.BAD_REQUEST),
    /** A first line of more bytes than are read; of one that is much longer not even the path is known. */
    LONG_LINE(HttpStatus.REQUEST_URI_TOO_LONG),
    /** Two media types for one body. */
    CONTENT_TYPES(HttpStatus.BAD_REQUEST),
    /** A body whose chunks cannot be told apart. */
    CHUNKS(HttpStatus.BAD_REQUEST),
    /** A body that comes too slowly (RFC 9110, 15.5.9). */
    SLOW_BODY(HttpStatus.REQUEST_TIMEOUT),
    /** A body for which there is no room beside the others that are here. */
    NO_ROOM(HttpStatus.SERVICE_UNAVAILABLE),
    /** A transfer coding other than chunked: where the body ends is not known (RFC 9112, 6.1). */
    TRANSFER_CODING(HttpStatus.NOT_IMPLEMENTED),
    /** A method nobody has heard of; methods are case-sensitive (RFC 9110, 9.1). */
    METHOD(HttpStatus.NOT_IMPLEMENTED),
    /** Another HTTP than 1.0 or 1.1. */
    VERSION(HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    private final HttpStatus status;

    WireFault(HttpStatus status) {
        this.status = status;
    }

    public int status() {
        return status.getCode();
    }

    /** Of the message that tells the case. */
    public String key() {
        return "wire." + name().toLowerCase(Locale.ROOT);
    }
}

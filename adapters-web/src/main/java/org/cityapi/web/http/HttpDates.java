package org.cityapi.web.http;

import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;

/** Dates as headers have them. */
public final class HttpDates {

    private HttpDates() {}

    /**
     * RFC 9110 (5.6.7), the fixed-length form: two digits for the day, which
     * {@link java.time.format.DateTimeFormatter#RFC_1123_DATE_TIME} does not give.
     */
    public static String format(Instant instant) {
        return DateFormatter.format(Date.from(instant));
    }
}

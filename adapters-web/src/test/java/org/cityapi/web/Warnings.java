package org.cityapi.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What is logged as a warning or worse while something is done.
 *
 * @param lines without their stack traces; one that has a trace ends with what was thrown
 */
record Warnings(List<String> lines) {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** Something that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static Warnings of(Work work) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ROOT.addAppender(log);
        try {
            work.run();
        } finally {
            ROOT.detachAppender(log);
        }
        return new Warnings(List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + event.getThrowableProxy().getClassName()))
                .toList());
    }
}

package org.cityapi.auth;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What this program tells its operator, from warnings up, while it is open. */
final class LogLines implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.cityapi");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                lines.add(event.getFormattedMessage());
            }
        }
    };

    LogLines() {
        appender.start();
        logger.addAppender(appender);
    }

    /** Those that came since this was asked for the last time. */
    List<String> fresh() {
        List<String> fresh = List.copyOf(lines);
        lines.clear();
        return fresh;
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}

package org.cityapi.web.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.web.RequestId;
import org.cityapi.web.client.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each event as one line of JSON to the logger {@code org.cityapi.security}, with the request it came by. */
@Singleton
final class SecurityLines implements SecurityLog {

    private static final Logger SECURITY = LoggerFactory.getLogger("org.cityapi.security");
    private static final Logger LOG = LoggerFactory.getLogger(SecurityLines.class);

    /** Characters of one value that are written: much of it comes from strangers. */
    private static final int MAX_LENGTH = 300;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Nothing that a terminal or a reader of lines would act on.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Clock clock;
    private final Clients clients;

    SecurityLines(Clock clock, Clients clients) {
        this.clock = clock;
        this.clients = clients;
    }

    @Override
    public void record(SecurityEvent event) {
        try {
            SECURITY.info("{}", line(event));
        } catch (IOException | RuntimeException e) {
            LOG.error("A security event is not on record: {}", event.kind(), e);
        }
    }

    private String line(SecurityEvent event) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            write(json, "time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            write(json, "event", event.kind().name().toLowerCase(Locale.ROOT));
            if (event.user() != null) {
                write(json, "user", event.user().value());
            }
            Optional<HttpRequest<Object>> request = ServerRequestContext.currentRequest();
            if (request.isPresent()) {
                write(json, request.get());
            }
            for (Map.Entry<String, String> detail : new TreeMap<>(event.details()).entrySet()) {
                write(json, detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private void write(JsonGenerator json, HttpRequest<?> request) throws IOException {
        write(json, "requestId", RequestId.of(request));
        write(json, "address", clients.address(request).getHostAddress());
        write(json, "method", request.getMethodName());
        write(json, "path", request.getPath());
    }

    private static void write(JsonGenerator json, String name, String value) throws IOException {
        String brief = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "...";
        json.writeStringField(name, brief.replace('\u007F', '?'));
    }
}

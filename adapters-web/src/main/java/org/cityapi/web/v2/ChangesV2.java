package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.cityapi.application.ReadChanges;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.http.QueryParameters;
import org.reactivestreams.Publisher;

/** The changes of all cities, in version 2. */
@Controller("/api/v2/changes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class ChangesV2 {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Up to 19 digits, which may be too many for a long. */
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,19}");

    private final ReadChanges changes;
    private final ChangeStream stream;
    private final Streams open;
    private final CurrentActor actor;

    ChangesV2(ReadChanges changes, ChangeStream stream, Streams open, CurrentActor actor) {
        this.changes = changes;
        this.stream = stream;
        this.open = open;
        this.actor = actor;
    }

    @Get
    @ChangeOperations.ListChanges
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        AtomicLong since = new AtomicLong();
        Locale language = Languages.of(request);
        List<ChangeV2> items = changes
                .after(actor.get(), () -> {
                    ReadChanges.Asked asked = asked(request);
                    since.set(asked.since());
                    return asked;
                })
                .stream()
                .map(told -> ChangeV2.of(told, language))
                .toList();
        return Languages.mark(HttpResponse.ok(ChangePageV2.of(items, since.get())), language);
    }

    @Get("/stream")
    @ChangeOperations.StreamChanges
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<byte[]>> stream(HttpRequest<?> request) {
        Actor caller = actor.get();
        caller.require(Permission.READ_HISTORY);
        long since = resumedAt(request);
        Streams.Place place = open.take(caller.signedIn().id());
        MutableHttpResponse<Publisher<byte[]>> answer = HttpResponse.ok(stream.of(request, caller, since, place));
        Languages.mark(answer, Languages.of(request));
        return EventStream.unbuffered(answer);
    }

    /** A client that connects again repeats its address: what it says to have seen goes before that. */
    private static long resumedAt(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("since"), Set.of());
        long since = parameters.wholeNumber("since", 0, Long.MAX_VALUE).orElse(0L);
        List<String> seen = request.getHeaders().getAll(LAST_EVENT_ID);
        if (seen.size() > 1) {
            parameters.violations().add(LAST_EVENT_ID, Fault.REPEATED);
        } else if (seen.size() == 1 && !isSequence(seen.get(0))) {
            parameters.violations().add(LAST_EVENT_ID, Fault.TYPE, Map.of("expected", "integer"));
        }
        parameters.violations().throwIfAny();
        return seen.isEmpty() ? since : Long.parseLong(seen.get(0));
    }

    /** As {@code since} may be: up to 2^63 - 1. */
    private static boolean isSequence(String text) {
        return SEQUENCE.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE;
    }

    private static ReadChanges.Asked asked(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of("since", "limit"), Set.of());
        long since = parameters.wholeNumber("since", 0, Long.MAX_VALUE).orElse(0L);
        int limit = Listing.limit(parameters);
        parameters.violations().throwIfAny();
        return new ReadChanges.Asked(since, limit);
    }
}

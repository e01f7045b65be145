package org.cityapi.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;
import org.cityapi.web.RequestId;
import org.cityapi.web.VersionOne;
import org.cityapi.web.WebSettings;
import org.cityapi.web.http.Paths;
import org.cityapi.web.pages.Pages;

/** Gives refusals the form of the version that was asked: a problem, or version 1's one line. */
@Singleton
final class Answers {

    private static final MediaType PROBLEM = new MediaType(MediaType.APPLICATION_JSON_PROBLEM);

    /** Where Netty says it was asked for when it cannot read the first line of a request. */
    private static final String UNREAD = "/bad-request";

    /** What the keys of messages end with that programs hear in other words. */
    private static final String FOR_PEOPLE = ".page";

    private final Messages messages;
    private final ViolationTexts texts;
    private final FaultWords words;
    private final WebSettings settings;
    private final Pages pages;

    Answers(Messages messages, ViolationTexts texts, FaultWords words, WebSettings settings, Pages pages) {
        this.messages = messages;
        this.texts = texts;
        this.words = words;
        this.settings = settings;
        this.pages = pages;
    }

    /** Fills the body and the headers that go with it into a response, whose status it sets. */
    <T> MutableHttpResponse<T> fill(HttpRequest<?> request, Refusal refusal, MutableHttpResponse<?> response) {
        response.status(refusal.status(), reason(refusal.status()));
        if (VersionOne.answers(request)) {
            return body(response, versionOne(refusal), MediaType.APPLICATION_JSON_TYPE);
        }
        Locale language = Languages.of(request);
        if (Paths.isPageWanted(request)) {
            return page(request, refusal, language, response);
        }
        return body(Languages.mark(response, language), problem(request, refusal, language), PROBLEM);
    }

    @SuppressWarnings("unchecked") // nobody asks for the type of an error's body
    private <T> MutableHttpResponse<T> page(
            HttpRequest<?> request, Refusal refusal, Locale language, MutableHttpResponse<?> response) {
        return (MutableHttpResponse<T>)
                pages.refuse(request, response, title(refusal, language), toldPeople(refusal, language));
    }

    @SuppressWarnings("unchecked") // the response is our own to give a body of another type
    private static <T> MutableHttpResponse<T> body(MutableHttpResponse<?> response, Object body, MediaType type) {
        return (MutableHttpResponse<T>)
                ((MutableHttpResponse<Object>) response).body(body).contentType(type);
    }

    private Problem problem(HttpRequest<?> request, Refusal refusal, Locale language) {
        var type = ProblemType.of(refusal.status());
        List<Problem.ValueError> errors = refusal.violations().stream()
                .map(violation -> new Problem.ValueError(
                        ViolationTexts.brief(violation.field()),
                        ViolationTexts.brief(violation.pointer()),
                        violation.fault().code(),
                        texts.text(violation, language)))
                .toList();
        return new Problem(
                type.map(known -> settings.publicUrl() + ProblemPages.PATH + known.slug())
                        .orElse("about:blank"),
                title(refusal, language),
                refusal.status(),
                detail(refusal, language),
                request.getPath().equals(UNREAD) ? null : request.getPath(),
                RequestId.of(request),
                errors.isEmpty() ? null : errors,
                refusal.current());
    }

    private String title(Refusal refusal, Locale language) {
        return ProblemType.of(refusal.status())
                .map(known -> messages.get(language, "problem." + known.slug() + ".title", Map.of()))
                .orElseGet(() -> reason(refusal.status()));
    }

    private VersionOneError versionOne(Refusal refusal) {
        String reason = refusal.status() == HttpStatus.BAD_REQUEST.getCode()
                ? detail(refusal, Locale.ENGLISH)
                : reason(refusal.status());
        return new VersionOneError(reason);
    }

    private String toldPeople(Refusal refusal, Locale language) {
        return refusal.violations().isEmpty()
                ? messages.find(language, refusal.key() + FOR_PEOPLE, ViolationTexts.brief(refusal.values()))
                        .orElseGet(() -> detail(refusal, language))
                : refusal.violations().stream()
                        .map(violation -> words.line(violation, language))
                        .collect(Collectors.joining(" · "));
    }

    private String detail(Refusal refusal, Locale language) {
        if (refusal.violations().isEmpty()) {
            return messages.get(language, refusal.key(), ViolationTexts.brief(refusal.values()));
        }
        return refusal.violations().stream()
                .map(violation -> texts.line(violation, language))
                .collect(Collectors.joining("; "));
    }

    /** The reason phrase; the framework calls some of them as RFC 9110 (15.5) no longer does. */
    private static String reason(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 422 -> "Unprocessable Content";
            default -> HttpStatus.valueOf(status).getReason();
        };
    }
}

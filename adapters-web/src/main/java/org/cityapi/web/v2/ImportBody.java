package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.application.imports.WantedImport;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.formats.JudgedAgain;
import org.cityapi.web.formats.Unpacked;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The body of a request to import: a file as such, or in a form; packed with gzip or not, as its first bytes tell. */
public final class ImportBody {

    /** The media types that are taken, the usual ones first. */
    private static final Map<String, ImportFormat> FORMATS = Map.of(
            "text/csv", ImportFormat.CSV,
            "application/x-ndjson", ImportFormat.NDJSON,
            "application/geo+json", ImportFormat.GEOJSON,
            "text/tab-separated-values", ImportFormat.CSV,
            "application/ndjson", ImportFormat.NDJSON,
            "application/jsonl", ImportFormat.NDJSON);

    private static final Map<String, ImportFormat> ENDINGS = Map.of(
            "csv", ImportFormat.CSV,
            "tsv", ImportFormat.CSV,
            "ndjson", ImportFormat.NDJSON,
            "jsonl", ImportFormat.NDJSON,
            "geojson", ImportFormat.GEOJSON,
            "json", ImportFormat.JSON);

    private static final List<String> TAKEN =
            List.of("text/csv", "application/x-ndjson", "application/geo+json", MediaType.MULTIPART_FORM_DATA);

    private static final Set<String> PARAMETERS = Set.of("mode", "dryRun", "onError", "ignoreUnknown");

    private ImportBody() {}

    /**
     * Reads what is wanted, and the body as far as to its file.
     *
     * @param judgement is passed again when the file has come
     * @param maxBytes how many a form may have, unpacked
     * @throws UnsupportedMediaException (415) when it is no file of cities
     */
    static WantedImport read(HttpRequest<?> request, Runnable judgement, long maxBytes) throws IOException {
        SentType type = SentType.of(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        boolean isForm = type.name().equals(MediaType.MULTIPART_FORM_DATA);
        if (!(isForm || FORMATS.containsKey(type.name())) || !type.isUtf8() || !isKnownCoding(request)) {
            throw refused(type.name());
        }
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS, Set.of());
        ImportMode mode = parameters
                .oneOf("mode", List.of("insert", "upsert"))
                .map(text -> ImportMode.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(ImportMode.INSERT);
        OnError onError = parameters
                .oneOf("onError", List.of("abort", "skip"))
                .map(text -> OnError.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(OnError.ABORT);
        boolean dryRun = isTrue(parameters, "dryRun");
        boolean ignoreUnknown = isTrue(parameters, "ignoreUnknown");
        String key = IdempotencyHeader.key(request, parameters.violations());
        judge(HttpHeaders.CONTENT_TYPE, type, parameters.violations());
        InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream();
        UploadedFile file =
                isForm ? UploadedFile.in(Unpacked.of(body, maxBytes), type.text()) : new UploadedFile(null, type, body);
        ImportFormat format = format(file).orElseThrow(() -> refused(file.type().name()));
        judge("file", file.type(), Violations.ofParameters());
        Preconditions.checkAddition(request);
        DigestedStream content = new DigestedStream(request, format.name(), new JudgedAgain(file.content(), judgement));
        return new WantedImport(
                new ImportOrder(format, mode, onError, dryRun, ignoreUnknown), content, key, content::digest);
    }

    private static UnsupportedMediaException refused(String type) {
        return new UnsupportedMediaException(type, TAKEN);
    }

    /** A first row must not be taken for the names of columns. */
    private static void judge(String told, SentType type, Violations violations) {
        if (type.lacksHeader()) {
            violations.add(told, Fault.HEADER_ABSENT);
        }
        violations.throwIfAny();
    }

    private static boolean isTrue(QueryParameters parameters, String name) {
        return parameters
                .oneOf(name, List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
    }

    /** What is said to be packed is looked at like all else. */
    private static boolean isKnownCoding(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch(coding -> Set.of("gzip", "x-gzip", "identity").contains(coding.toLowerCase(Locale.ROOT)));
    }

    /** By its type; where that says nothing, by its name; none in another encoding, or one that has no media type here. */
    private static Optional<ImportFormat> format(UploadedFile file) {
        return file.type().isUtf8()
                ? Optional.ofNullable(FORMATS.get(file.type().name()))
                        .or(() -> ofName(file.name()).filter(FORMATS::containsValue))
                : Optional.empty();
    }

    /** The format of a file of that name; empty where it tells none. */
    public static Optional<ImportFormat> ofName(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
        return Optional.ofNullable(ENDINGS.get(plain.substring(plain.lastIndexOf('.') + 1)));
    }
}

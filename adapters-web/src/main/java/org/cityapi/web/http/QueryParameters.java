package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;

/** The query parameters of a request, or of a command; what is unknown, given twice or out of range is noted as a violation. */
public final class QueryParameters {

    private final Map<String, List<String>> given;
    private final Set<String> garbled = new HashSet<>();
    private final Violations violations = Violations.ofParameters();

    private QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Reads the parameters of a request, of which nothing is read where none of what its route gives is welcome.
     *
     * @param known the names that mean something here
     * @param repeatable those of them that may be given more than once
     * @throws io.micronaut.http.exceptions.HttpStatusException (406) there
     */
    public static QueryParameters of(HttpRequest<?> request, Set<String> known, Set<String> repeatable) {
        Acceptance.check(request);
        QueryParameters parameters = new QueryParameters(new LinkedHashMap<>());
        String query = request.getUri().getRawQuery();
        if (query != null) {
            parameters.read(query);
        }
        parameters.judge(known, repeatable);
        return parameters;
    }

    /** Takes the parameters of a command, all of which mean something, as those of a request. */
    public static QueryParameters of(Map<String, List<String>> given, Set<String> repeatable) {
        QueryParameters parameters = new QueryParameters(given);
        parameters.judge(given.keySet(), repeatable);
        return parameters;
    }

    /**
     * As the URL standard reads a query: pairs with {@code &} between. Micronaut takes the value of a parameter without a name
     * for the name. Those that are not UTF-8 are noted.
     */
    private void read(String query) {
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String name = decode(parts[0]);
                if (!Escapes.areText(pair)) {
                    garbled.add(name);
                }
                given.computeIfAbsent(name, any -> new ArrayList<>()).add(parts.length < 2 ? "" : decode(parts[1]));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** One fault each. */
    private void judge(Set<String> known, Set<String> repeatable) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                violations.add(name, Fault.UNKNOWN);
            } else if (values.size() > 1 && !repeatable.contains(name)) {
                violations.add(name, Fault.REPEATED);
            } else if (garbled.contains(name)) {
                violations.add(name, Fault.ENCODING);
            }
        });
    }

    /** Refuses a request that has any query parameter. */
    public static void none(HttpRequest<?> request) {
        surplus(request).throwIfAny();
    }

    /** The faults of a request that should have no query parameter: each that it has. */
    public static Violations surplus(HttpRequest<?> request) {
        return of(request, Set.of(), Set.of()).violations;
    }

    /** Where further faults of these parameters are noted. */
    public Violations violations() {
        return violations;
    }

    /** The value of a parameter; empty when it is absent or faulty. */
    public Optional<String> text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || violations.has(name) ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The value of a parameter that may have only these; empty when it is absent or faulty. */
    public Optional<String> oneOf(String name, List<String> allowed) {
        Optional<String> value = text(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            notAllowed(name, value.get(), allowed);
            return Optional.empty();
        }
        return value;
    }

    /** Notes that a value, or one of several, is none of those that may be. */
    public void notAllowed(String name, String value, List<String> allowed) {
        violations.add(name, Fault.NOT_ALLOWED, Map.of("value", value, "allowed", String.join(", ", allowed)));
    }

    /** All values of a parameter, those between commas apart. */
    public List<String> list(String name) {
        return violations.has(name)
                ? List.of()
                : given.getOrDefault(name, List.of()).stream()
                        .flatMap(value -> List.of(value.split(",", -1)).stream())
                        .toList();
    }

    /** The value of a whole number within bounds, both included; empty when it is absent or faulty. */
    public Optional<Long> wholeNumber(String name, long min, long max) {
        Optional<BigInteger> number = integer(name);
        if (number.isPresent()
                && (number.get().compareTo(BigInteger.valueOf(min)) < 0
                        || number.get().compareTo(BigInteger.valueOf(max)) > 0)) {
            violations.add(name, Fault.OUT_OF_RANGE, Map.of("min", min, "max", max));
            return Optional.empty();
        }
        return number.map(BigInteger::longValueExact);
    }

    /** The value of a whole number from 0 on, without end; 2^63 - 1 stands for all above. Empty as the other is. */
    public Optional<Long> count(String name) {
        Optional<BigInteger> number = integer(name);
        if (number.isPresent() && number.get().signum() < 0) {
            violations.add(name, Fault.TOO_SMALL, Map.of("min", 0));
            return Optional.empty();
        }
        return number.map(any -> any.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }

    private Optional<BigInteger> integer(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().matches("-?[0-9]+")) {
            violations.add(name, Fault.TYPE, Map.of("expected", "integer"));
            return Optional.empty();
        }
        return text.map(BigInteger::new);
    }
}

package org.cityapi.web.v2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The parameters that say where: in WGS 84 degrees, with a point before their decimals. */
public final class Places {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,30})?");

    private Places() {}

    /** {@code bbox=west,south,east,north}. */
    static Optional<BoundingBox> box(QueryParameters parameters) {
        return box(parameters, "bbox");
    }

    /** A parameter of that name which says the same. */
    public static Optional<BoundingBox> box(QueryParameters parameters, String name) {
        Optional<List<BigDecimal>> edges = numbers(parameters, name, 4, "west,south,east,north");
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> edge = edges.get();
        Optional<Coordinates> southWest = place(parameters, name, edge.get(1), edge.get(0));
        Optional<Coordinates> northEast = place(parameters, name, edge.get(3), edge.get(2));
        if (southWest.isEmpty() || northEast.isEmpty()) {
            return Optional.empty();
        }
        if (southWest.get().latitudeE6() > northEast.get().latitudeE6()) {
            parameters.violations().add(name, Fault.ORDER, Map.of("first", "south", "second", "north"));
            return Optional.empty();
        }
        return Optional.of(new BoundingBox(southWest.get(), northEast.get()));
    }

    /** {@code near=latitude,longitude}. */
    static Optional<Coordinates> near(QueryParameters parameters) {
        return numbers(parameters, "near", 2, "latitude,longitude")
                .flatMap(numbers -> place(parameters, "near", numbers.get(0), numbers.get(1)));
    }

    /** {@code radiusKm}, around the place of {@code near}. */
    static Optional<Circle> circle(QueryParameters parameters, @Nullable Coordinates near) {
        Optional<BigDecimal> radius =
                numbers(parameters, "radiusKm", 1, "number").map(numbers -> numbers.get(0));
        if (radius.isEmpty()) {
            return Optional.empty();
        }
        if (parameters.text("near").isEmpty() && !parameters.violations().has("near")) {
            parameters.violations().add("radiusKm", Fault.INCOMPLETE, Map.of("other", "near"));
        }
        if (radius.get().signum() <= 0
                || radius.get().compareTo(BigDecimal.valueOf(Circle.MAX_RADIUS_KM)) > 0
                || radius.get().doubleValue() == 0) {
            parameters.violations().add("radiusKm", Fault.ABOVE_ZERO, Map.of("max", Circle.MAX_RADIUS_KM));
            return Optional.empty();
        }
        return near == null
                ? Optional.empty()
                : Optional.of(new Circle(near, radius.get().doubleValue()));
    }

    private static Optional<List<BigDecimal>> numbers(
            QueryParameters parameters, String name, int count, String expected) {
        Optional<String> text = parameters.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.get().split(",", -1);
        if (parts.length != count
                || !Stream.of(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
            parameters
                    .violations()
                    .add(
                            name,
                            count == 1 ? Fault.TYPE : Fault.FORM,
                            Map.of(count == 1 ? "expected" : "form", expected));
            return Optional.empty();
        }
        return Optional.of(Stream.of(parts).map(BigDecimal::new).toList());
    }

    private static Optional<Coordinates> place(
            QueryParameters parameters, String name, BigDecimal latitude, BigDecimal longitude) {
        boolean high = isBeyond(parameters, name, latitude, Coordinates.MAX_LATITUDE);
        boolean wide = isBeyond(parameters, name, longitude, Coordinates.MAX_LONGITUDE);
        return high || wide ? Optional.empty() : Optional.of(Coordinates.ofDegrees(latitude, longitude));
    }

    private static boolean isBeyond(QueryParameters parameters, String name, BigDecimal degrees, int most) {
        boolean isBeyond = degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0;
        if (isBeyond) {
            parameters.violations().add(name, Fault.OUT_OF_RANGE, Map.of("min", -most, "max", most));
        }
        return isBeyond;
    }
}

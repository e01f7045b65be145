package org.cityapi.persistence.search;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GreatCircle;
import org.cityapi.persistence.Sql;
import org.cityapi.persistence.Statements;

/** How many cities lay in each square of a degree when they were counted. */
final class DensityMap {

    private static final int COLUMNS = 360;
    private static final int ROWS = 180;

    /** Kilometres from the middle of a square to its corners, at most. */
    private static final double HALF_KM = 79;

    /** Classes of distance, equally wide on the straight line through the Earth. */
    private static final int CLASSES = 400;

    private static final String COUNT = "SELECT cell, count(*) FROM city WHERE cell IS NOT NULL GROUP BY cell";

    /** The middle of each square that holds cities, as seen from the middle of the Earth. */
    private final double[][] middles;

    private final int[] counts;

    private DensityMap(int[] squares) {
        int[] held = IntStream.range(0, squares.length)
                .filter(square -> squares[square] > 0)
                .toArray();
        middles = Arrays.stream(held)
                .mapToObj(square -> middle(square / COLUMNS, square % COLUMNS))
                .toArray(double[][]::new);
        counts = Arrays.stream(held).map(square -> squares[square]).toArray();
    }

    /** What is known where nothing was counted. */
    static DensityMap unknown() {
        return new DensityMap(new int[ROWS * COLUMNS]);
    }

    /** Counts them. */
    static Statements<DensityMap> counted() {
        return connection -> {
            int[] squares = new int[ROWS * COLUMNS];
            Sql.of(COUNT)
                    .each(row -> squares[square(row.getLong(1))] += row.getInt(2))
                    .run(connection);
            return new DensityMap(squares);
        };
    }

    private static int square(long cell) {
        int row = (int) (cell / Cells.PER_BAND) / Cells.PER_DEGREE;
        int column = (int) (cell % Cells.PER_BAND) / Cells.PER_DEGREE;
        // The pole and the antimeridian have cells of their own.
        return Math.min(row, ROWS - 1) * COLUMNS + Math.min(column, COLUMNS - 1);
    }

    private static double[] middle(int row, int column) {
        return vector(row + 0.5 - 90, column + 0.5 - 180);
    }

    private static double[] vector(double latitude, double longitude) {
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude);
        return new double[] {Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)};
    }

    /**
     * Within how many kilometres of a place so many cities lie that are no nearer than something; no such distance when so
     * many were not counted.
     *
     * @param nearest in kilometres
     */
    OptionalDouble reach(Coordinates center, double nearest, int wanted) {
        int last = last(classes(center), classOf(nearest + HALF_KM) + 1, wanted);
        return last < 0 ? OptionalDouble.empty() : OptionalDouble.of(kilometres(last + 1) + HALF_KM);
    }

    /** The class with which those from the first on hold so many; -1 when they never do. */
    private static int last(int[] classes, int first, int wanted) {
        long count = 0;
        for (int at = first; at < classes.length; at++) {
            count += classes[at];
            if (count >= wanted) {
                return at;
            }
        }
        return -1;
    }

    /** How many cities lie in squares whose middle is at such a distance. */
    private int[] classes(Coordinates center) {
        double[] here =
                vector(center.latitude().doubleValue(), center.longitude().doubleValue());
        int[] classes = new int[CLASSES + 1];
        for (int at = 0; at < counts.length; at++) {
            double[] there = middles[at];
            double cosine = here[0] * there[0] + here[1] * there[1] + here[2] * there[2];
            classes[(int) (Math.sqrt(Math.max(0, 2 - 2 * cosine)) / 2 * CLASSES)] += counts[at];
        }
        return classes;
    }

    private static int classOf(double kilometres) {
        double half = Math.max(0, Math.min(Math.PI, kilometres / GreatCircle.RADIUS_KM)) / 2;
        return (int) (Math.sin(half) * CLASSES);
    }

    /** Where a class begins. */
    private static double kilometres(int beginning) {
        return 2 * GreatCircle.RADIUS_KM * Math.asin(Math.min(1, (double) beginning / CLASSES));
    }
}

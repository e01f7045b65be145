package org.cityapi.domain.city;

import java.util.Set;
import org.cityapi.domain.rejection.Rejection;

/** Which version of a city a request means. */
public sealed interface ExpectedVersion {

    /**
     * Passes when {@link #fits} does.
     *
     * @throws Rejection.Stale when it is another
     * @throws Rejection.PreconditionRequired when the write does not say
     */
    default void check(City current) {
        if (!fits(current)) {
            throw new Rejection.Stale(current);
        }
    }

    /** Whether the city's version is an expected one. */
    boolean fits(City current);

    /** Whether it is as expected that the city is not there. */
    boolean fitsAbsence();

    /** One of these; none at all when the set is empty. */
    record OneOf(Set<Long> versions) implements ExpectedVersion {
        public OneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public boolean fits(City current) {
            return versions.contains(current.version());
        }

        @Override
        public boolean fitsAbsence() {
            return false;
        }
    }

    /** Whatever it is, as long as it is there: the writer's word that it overwrites. */
    record Present() implements ExpectedVersion {
        @Override
        public boolean fits(City current) {
            return true;
        }

        @Override
        public boolean fitsAbsence() {
            return false;
        }
    }

    /** Whatever it is, and whether it is there or not. */
    record Any() implements ExpectedVersion {
        @Override
        public boolean fits(City current) {
            return true;
        }

        @Override
        public boolean fitsAbsence() {
            return true;
        }
    }

    /** The writer must say and did not. */
    record Unsaid() implements ExpectedVersion {
        @Override
        public void check(City current) {
            throw new Rejection.PreconditionRequired();
        }

        @Override
        public boolean fits(City current) {
            return false;
        }

        @Override
        public boolean fitsAbsence() {
            return false;
        }
    }

    /** An expected one, and none of the unwanted. */
    record Except(ExpectedVersion expected, ExpectedVersion unwanted) implements ExpectedVersion {
        @Override
        public void check(City current) {
            expected.check(current);
            if (unwanted.fits(current)) {
                throw new Rejection.Stale(current);
            }
        }

        @Override
        public boolean fits(City current) {
            return expected.fits(current) && !unwanted.fits(current);
        }

        @Override
        public boolean fitsAbsence() {
            return expected.fitsAbsence();
        }
    }
}

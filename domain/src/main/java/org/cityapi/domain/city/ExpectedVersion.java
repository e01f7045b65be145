package org.cityapi.domain.city;

import java.util.Set;
import org.cityapi.domain.rejection.Rejection;

/** Which version of a city a write means to change. */
public sealed interface ExpectedVersion {

    /**
     * Passes when the city's version is an expected one.
     *
     * @throws Rejection.Stale when it is another
     * @throws Rejection.PreconditionRequired when the write does not say
     */
    void check(City current);

    /** One of these; none at all when the set is empty. */
    record OneOf(Set<Long> versions) implements ExpectedVersion {
        public OneOf {
            versions = Set.copyOf(versions);
        }

        @Override
        public void check(City current) {
            if (!versions.contains(current.version())) {
                throw new Rejection.Stale(current);
            }
        }
    }

    /** Whatever it is: the writer's word that it overwrites. */
    record Any() implements ExpectedVersion {
        @Override
        public void check(City current) {
            // every version will do
        }
    }

    /** The writer must say and did not. */
    record Unsaid() implements ExpectedVersion {
        @Override
        public void check(City current) {
            throw new Rejection.PreconditionRequired();
        }
    }
}

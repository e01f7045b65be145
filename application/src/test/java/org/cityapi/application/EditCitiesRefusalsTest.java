package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.ANY;
import static org.cityapi.application.Register.EDITOR;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.WholeHistory;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.junit.jupiter.api.Test;

/** What is refused, and in which order. */
class EditCitiesRefusalsTest {

    private static final ExpectedVersion UNSAID = new ExpectedVersion.Unsaid();

    private final Register register = Register.empty();

    @Test
    void anUnchangedCityIsRefusedLikeAChangedOneWhenTheVersionIsWrong() {
        City city = register.add(named("Paris"));
        assertThatThrownBy(() -> register.edit.change(EDITOR, city.id(), version(2), () -> before -> before))
                .isInstanceOf(Rejection.Stale.class);
        assertThatThrownBy(() -> register.edit.change(EDITOR, city.id(), UNSAID, () -> before -> before))
                .isInstanceOf(Rejection.PreconditionRequired.class);
    }

    @Test
    void whoMayNotWriteIsRefusedBeforeAnybodyReadsTheBody() {
        City city = register.add(named("Paris"));
        for (CityId id : List.of(city.id(), new CityId(4711))) {
            assertRefused(Actor.anonymous(Door.API), id, Rejection.NotSignedIn.class);
            assertRefused(Register.VIEWER, id, Rejection.Forbidden.class);
        }
        assertThat(register.all()).containsExactly(city);
        assertThat(register.ports.users().find(Register.VIEWER.userId())).isEmpty();
    }

    private void assertRefused(Actor actor, CityId id, Class<? extends Rejection> kind) {
        assertThatThrownBy(() -> register.edit.add(actor, () -> unread())).isInstanceOf(kind);
        assertThatThrownBy(() -> register.edit.change(actor, id, UNSAID, () -> unread()))
                .isInstanceOf(kind);
        assertThatThrownBy(() -> register.edit.delete(actor, id, () -> unread()))
                .isInstanceOf(kind);
    }

    @Test
    void eachWriteNeedsItsOwnPermission() {
        assertThatThrownBy(() -> register.edit.add(Register.VIEWER, () -> unread()))
                .hasMessageContaining("create:cities");
        assertThatThrownBy(() -> register.edit.change(Register.VIEWER, new CityId(1), ANY, () -> unread()))
                .hasMessageContaining("update:cities");
        assertThatThrownBy(() -> register.edit.delete(Register.VIEWER, new CityId(1), () -> ANY))
                .hasMessageContaining("delete:cities");
    }

    @Test
    void aFaultyBodyIsRefusedBeforeTheCityIsLookedFor() {
        Rejection.Invalid invalid =
                new Rejection.Invalid(List.of(new Violation("name", "/name", Fault.BLANK, Map.of())));
        assertThatThrownBy(() -> register.edit.change(EDITOR, new CityId(1), UNSAID, () -> {
                    throw invalid;
                }))
                .isSameAs(invalid);
    }

    @Test
    void anUnknownCityIsNotFoundWhateverVersionIsMeant() {
        register.add(named("Paris"));
        for (ExpectedVersion expected : List.of(UNSAID, ANY, version(1), version(9))) {
            assertThatNotThere(new CityId(4711), expected, Rejection.NotFound.class);
        }
    }

    @Test
    void aDeletedCityIsGoneWhateverVersionIsMeant() {
        City city = register.add(named("Paris"));
        register.delete(city);
        for (ExpectedVersion expected : List.of(UNSAID, ANY, version(1), version(9))) {
            assertThatNotThere(city.id(), expected, Rejection.Gone.class);
        }
        assertThat(logOf(city)).hasSize(2);
    }

    private void assertThatNotThere(CityId id, ExpectedVersion expected, Class<? extends Rejection> kind) {
        assertThatThrownBy(() -> register.edit.change(EDITOR, id, expected, () -> before -> complete()))
                .isInstanceOf(kind);
        assertThatThrownBy(() -> register.edit.delete(EDITOR, id, () -> expected))
                .isInstanceOf(kind);
    }

    @Test
    void aWriteMustSayWhichVersionItMeans() {
        City city = register.add(named("Paris"));
        assertThatThrownBy(() -> register.edit.change(EDITOR, city.id(), UNSAID, () -> before -> complete()))
                .isInstanceOf(Rejection.PreconditionRequired.class);
        assertThatThrownBy(() -> register.edit.delete(EDITOR, city.id(), () -> UNSAID))
                .isInstanceOf(Rejection.PreconditionRequired.class);
        assertThat(register.all()).containsExactly(city);
    }

    @Test
    void aWriteThatMeansAnotherVersionIsStaleAndShownThePresentOne() {
        City city = register.change(register.add(withGeonameId("Paris", 1)), named("Paris 2"));
        register.add(withGeonameId("Lyon", 1));
        assertThatThrownBy(() ->
                        register.edit.change(EDITOR, city.id(), version(1), () -> before -> withGeonameId("Paris", 1)))
                .isInstanceOfSatisfying(
                        Rejection.Stale.class,
                        stale -> assertThat(stale.current()).isEqualTo(city));
        assertThatThrownBy(() -> register.edit.delete(EDITOR, city.id(), () -> version(3)))
                .isInstanceOfSatisfying(
                        Rejection.Stale.class,
                        stale -> assertThat(stale.current()).isEqualTo(city));
        assertThat(register.find.one(city.id())).isEqualTo(city);
        assertThat(logOf(city)).hasSize(2);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // never returns, whatever is asked for
    private static <T> T unread() {
        throw new AssertionError("Nobody may read this");
    }

    private static ExpectedVersion version(long version) {
        return new ExpectedVersion.OneOf(Set.of(version));
    }

    private List<Change> logOf(City city) {
        return WholeHistory.of(register.ports.changes(), city.id());
    }
}

package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.ADA;
import static org.cityapi.application.Register.ANY;
import static org.cityapi.application.Register.EDITOR;
import static org.cityapi.application.Register.KEPT;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withGeonameId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

class EditCitiesTest {

    private static final ExpectedVersion UNSAID = new ExpectedVersion.Unsaid();

    private final Register register = Register.empty();

    @Test
    void anAddedCityIsKeptAndLogged() {
        City city = register.edit.add(EDITOR, () -> complete());
        assertThat(city).isEqualTo(new City(city.id(), complete(), ADA.id(), KEPT, KEPT, 1));
        assertThat(register.find.one(city.id())).isEqualTo(city);
        assertThat(logOf(city)).containsExactly(Change.created(city, EDITOR));
        assertThat(logOf(city).get(0).by()).isEqualTo(ADA.id());
        assertThat(logOf(city).get(0).door()).isEqualTo(Door.API);
    }

    @Test
    void aChangedCityIsItsNextVersionAndLoggedWithWhatWasBefore() {
        City first = register.add(named("Paris"));
        City second = register.edit.change(EDITOR, first.id(), version(1), () -> before -> complete());
        assertThat(second).isEqualTo(new City(first.id(), complete(), ADA.id(), KEPT, KEPT, 2));
        assertThat(register.find.one(first.id())).isEqualTo(second);
        Change change = logOf(first).get(1);
        assertThat(change).isEqualTo(Change.updated(first, second, EDITOR));
        assertThat(change.before()).isEqualTo(named("Paris"));
        assertThat(change.after()).isEqualTo(complete());
        assertThat(change.version()).isEqualTo(2);
    }

    @Test
    void aChangeIsMadeFromThePresentDetails() {
        City city = register.add(named("Paris"));
        City next = register.edit.change(
                EDITOR,
                city.id(),
                ANY,
                () -> before -> withGeonameId(before.name().value() + " 2", 7));
        assertThat(next.details().name()).isEqualTo(new CityName("Paris 2"));
    }

    @Test
    void aDeletedCityIsGoneAndLogged() {
        City city = register.add(complete());
        register.edit.delete(EDITOR, city.id(), version(1));
        assertThat(register.all()).isEmpty();
        Change change = logOf(city).get(1);
        assertThat(change).isEqualTo(Change.deleted(city, KEPT, EDITOR));
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.before()).isEqualTo(complete());
        assertThat(change.after()).isNull();
    }

    @Test
    void writingBackAnUnchangedCityWritesNothing() {
        City city = register.edit.add(Actor.system(), () -> complete());
        City same = register.edit.change(EDITOR, city.id(), version(1), () -> before -> complete());
        assertThat(same).isEqualTo(city);
        assertThat(register.find.one(city.id())).isEqualTo(city);
        assertThat(logOf(city)).hasSize(1);
        assertThat(register.ports.users().find(ADA.id())).isEmpty();
    }

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
        assertThatThrownBy(() -> register.edit.delete(actor, id, UNSAID)).isInstanceOf(kind);
    }

    @Test
    void eachWriteNeedsItsOwnPermission() {
        assertThatThrownBy(() -> register.edit.add(Register.VIEWER, () -> unread()))
                .hasMessageContaining("create:cities");
        assertThatThrownBy(() -> register.edit.change(Register.VIEWER, new CityId(1), ANY, () -> unread()))
                .hasMessageContaining("update:cities");
        assertThatThrownBy(() -> register.edit.delete(Register.VIEWER, new CityId(1), ANY))
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
        assertThatThrownBy(() -> register.edit.delete(EDITOR, id, expected)).isInstanceOf(kind);
    }

    @Test
    void aWriteMustSayWhichVersionItMeans() {
        City city = register.add(named("Paris"));
        assertThatThrownBy(() -> register.edit.change(EDITOR, city.id(), UNSAID, () -> before -> complete()))
                .isInstanceOf(Rejection.PreconditionRequired.class);
        assertThatThrownBy(() -> register.edit.delete(EDITOR, city.id(), UNSAID))
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
        assertThatThrownBy(() -> register.edit.delete(EDITOR, city.id(), version(3)))
                .isInstanceOfSatisfying(
                        Rejection.Stale.class,
                        stale -> assertThat(stale.current()).isEqualTo(city));
        assertThat(register.find.one(city.id())).isEqualTo(city);
        assertThat(logOf(city)).hasSize(2);
    }

    @Test
    void aTakenGeonameIdIsRefusedAndNothingIsWritten() {
        City holder = register.edit.add(Actor.system(), () -> withGeonameId("Paris", 1));
        assertThatThrownBy(() -> register.add(withGeonameId("Paname", 1))).isInstanceOf(Rejection.Taken.class);
        assertThat(register.all()).containsExactly(holder);
        assertThat(register.ports.users().find(ADA.id())).isEmpty();
    }

    @Test
    void aWriteThatCannotBeLoggedIsTakenBack() {
        City city = register.edit.add(Actor.system(), () -> named("Paris"));
        Register broken = register.logging(new BrokenLog(register.ports.changes()));
        assertThatThrownBy(() -> broken.add(named("Lyon"))).hasMessage("The disk is full");
        assertThatThrownBy(() -> broken.change(city, complete())).hasMessage("The disk is full");
        assertThatThrownBy(() -> broken.delete(city)).hasMessage("The disk is full");
        assertThat(register.all()).containsExactly(city);
        assertThat(register.ports.users().find(ADA.id())).isEmpty();
    }

    @Test
    void aChangeThatFailsWhileItIsMadeIsTakenBack() {
        City city = register.add(named("Paris"));
        assertThatThrownBy(() -> register.edit.change(EDITOR, city.id(), ANY, () -> before -> {
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(register.find.one(city.id())).isEqualTo(city);
    }

    @Test
    void whoeverWritesIsRememberedAsHeWasLastSeen() {
        City city = register.add(named("Paris"));
        assertThat(register.ports.users().find(ADA.id())).contains(ADA);
        User renamed = User.first(ADA.issuer(), ADA.subject(), "Countess", "ada@example.org");
        register.edit.delete(new Actor(renamed, EDITOR.permissions(), Door.WEB), city.id(), ANY);
        assertThat(register.ports.users().find(ADA.id())).contains(renamed);
    }

    @Test
    void aWriteLeavesTheStoredRoleAlone() {
        User editor = new User(ADA.id(), ADA.issuer(), ADA.subject(), "Before", null, Role.EDITOR);
        register.ports.work().write(() -> {
            register.ports.users().save(editor);
            return editor;
        });
        register.add(named("Paris"));
        assertThat(register.ports.users().find(ADA.id()))
                .contains(new User(ADA.id(), ADA.issuer(), ADA.subject(), "Ada", null, Role.EDITOR));
    }

    @Test
    void whatTheRegisterAddsItselfHasNoMaker() {
        City city = register.edit.add(Actor.system(), () -> named("Paris"));
        assertThat(city.createdBy()).isNull();
        assertThat(logOf(city)).containsExactly(Change.created(city, Actor.system()));
    }

    private static ExpectedVersion version(long version) {
        return new ExpectedVersion.OneOf(Set.of(version));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // never returns, whatever is asked for
    private static <T> T unread() {
        throw new AssertionError("Nobody may read this");
    }

    private List<Change> logOf(City city) {
        return register.ports.changes().of(city.id());
    }
}

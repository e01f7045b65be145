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
import java.util.Set;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.WholeHistory;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.Test;

class EditCitiesTest {

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
        register.edit.delete(EDITOR, city.id(), () -> version(1));
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
        assertThat(register.ports.users().find(ADA.id()))
                .contains(ADA.with(ADA.account().withGranted(EDITOR.permissions())));
        City next = register.edit.change(editorCalled("Countess"), city.id(), ANY, () -> before -> complete());
        assertThat(register.ports.users().find(ADA.id())).map(User::name).contains("Countess");
        register.edit.delete(editorCalled("Lady"), next.id(), () -> ANY);
        assertThat(register.ports.users().find(ADA.id())).map(User::name).contains("Lady");
    }

    private static Actor editorCalled(String name) {
        User user = User.first(new Identity(ADA.issuer(), ADA.subject(), name, "ada@example.org"));
        return new Actor(user, EDITOR.permissions(), Door.WEB);
    }

    @Test
    void aWriteLeavesTheStoredRoleAlone() {
        User editor = new User(ADA.id(), ADA.issuer(), ADA.subject(), "Before", null, Account.of(Role.EDITOR));
        register.ports.work().write(() -> {
            register.ports.users().save(editor);
            return editor;
        });
        register.add(named("Paris"));
        assertThat(register.ports.users().find(ADA.id()))
                .contains(ADA.with(Account.of(Role.EDITOR).withGranted(EDITOR.permissions())));
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

    private List<Change> logOf(City city) {
        return WholeHistory.of(register.ports.changes(), city.id());
    }
}

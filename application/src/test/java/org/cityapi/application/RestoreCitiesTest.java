package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.ANY;
import static org.cityapi.application.Register.CLOCK;
import static org.cityapi.application.Register.EDITOR;
import static org.cityapi.application.Register.KEPT;
import static org.cityapi.application.Register.VIEWER;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;

import java.util.List;
import java.util.Set;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.WholeHistory;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;

class RestoreCitiesTest {

    private static final Actor READER = new Actor(VIEWER.user(), Set.of(Permission.READ_HISTORY), Door.API);

    private final Register register = Register.empty();
    private final RestoreCities restore = new RestoreCities(
            register.ports.work(),
            register.ports.cities(),
            register.ports.many(),
            register.ports.changes(),
            register.users,
            CLOCK);

    private City loaded() {
        register.fill.fill(() -> List.of(named("Paris")).iterator());
        return register.all().get(0);
    }

    @Test
    void aLoadedCityHasItsFirstStateFromWhatWasBeforeItsFirstChange() {
        City paris = loaded();
        City changed = register.change(paris, complete());
        City back = restore.restore(EDITOR, paris.id(), ANY, () -> 1L);
        assertThat(back).isEqualTo(new City(paris.id(), named("Paris"), null, KEPT, KEPT, 3));
        List<Change> log = WholeHistory.of(register.ports.changes(), paris.id());
        assertThat(log).last().isEqualTo(Change.restored(changed, back, EDITOR));
    }

    @Test
    void aLoadedCityThatWasDeletedComesBackAsIfItHadBeenLoaded() {
        City paris = loaded();
        register.delete(paris);
        City back = restore.restore(EDITOR, paris.id(), ANY, () -> 1L);
        assertThat(back).isEqualTo(new City(paris.id(), named("Paris"), null, paris.createdAt(), KEPT, 3));
        assertThat(register.find.one(paris.id())).isEqualTo(back);
        assertThat(WholeHistory.of(register.ports.changes(), paris.id()))
                .last()
                .isEqualTo(Change.restored(null, back, EDITOR));
    }

    @Test
    void theFirstVersionOfALoadedCityThatNobodyChangedIsThereAlready() {
        City paris = loaded();
        assertThat(restore.restore(EDITOR, paris.id(), ANY, () -> 1L)).isEqualTo(paris);
        assertThat(register.ports.changes().tellsOf(paris.id())).isFalse();
        assertThatThrownBy(() -> restore.restore(EDITOR, paris.id(), ANY, () -> 2L))
                .isInstanceOf(Rejection.NotFound.class);
    }

    @Test
    void whoMayNotWriteIsRefusedBeforeAnythingIsRead() {
        City paris = loaded();
        assertThatThrownBy(() -> restore.restore(READER, paris.id(), ANY, () -> {
                    throw new AssertionError("read");
                }))
                .isInstanceOf(Rejection.Forbidden.class);
    }

    @Test
    void aDeletedCityIsNoneOfTheVersionsThatAreExpected() {
        City paris = loaded();
        register.delete(paris);
        for (ExpectedVersion expected : List.of(
                new ExpectedVersion.OneOf(Set.of(1L, 2L)),
                new ExpectedVersion.Unsaid(),
                new ExpectedVersion.Present(),
                new ExpectedVersion.Except(new ExpectedVersion.OneOf(Set.of(1L)), ANY))) {
            assertThatThrownBy(() -> restore.restore(EDITOR, paris.id(), expected, () -> 1L))
                    .isInstanceOf(Rejection.Absent.class);
        }
        City back = restore.restore(EDITOR, paris.id(), new ExpectedVersion.Except(ANY, ANY), () -> 1L);
        assertThat(back.version()).isEqualTo(3);
    }

    @Test
    void theFeedTellsALoadAndTheCitiesThatCameWithIt() {
        City paris = loaded();
        City changed = register.change(paris, complete());
        ReadChanges feed = new ReadChanges(register.ports.work(), register.ports.changes(), register.ports.users());
        List<ReadChanges.Told> told = feed.after(READER, () -> new ReadChanges.Asked(0, 9));
        assertThat(told).extracting(ReadChanges.Told::city).containsExactly(null, changed);
        assertThat(told).extracting(each -> each.named().maker()).containsExactly(null, "Ada");
    }

    @Test
    void aLoadedCityThatNobodyChangedHasAnEmptyHistory() {
        City paris = loaded();
        ReadHistory history = new ReadHistory(
                register.ports.work(), register.ports.cities(), register.ports.changes(), register.ports.users());
        var asked = new ReadHistory.Asked(ReadHistory.NEWEST, 9);
        assertThat(history.page(READER, paris.id(), () -> asked).items()).isEmpty();
    }
}

package org.cityapi.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.city.CitySamples.complete;
import static org.cityapi.domain.city.CitySamples.named;
import static org.cityapi.domain.city.CitySamples.withOtherNames;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ChangeLog} promises. */
public abstract class ChangeLogContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final User ADA = User.first(new Identity("https://issuer.example", "ada", "Ada", null));
    private static final Actor BY_ADA = new Actor(ADA, Set.of(), Door.API);

    private Ports ports;
    private ChangeLog changes;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        changes = ports.changes();
    }

    @Test
    void anEmptyLogTellsOfNothing() {
        assertThat(changes.isEmpty()).isTrue();
        assertThat(WholeHistory.of(changes, new CityId(1))).isEmpty();
        assertThat(changes.tellsOf(new CityId(1))).isFalse();
    }

    @Test
    void theChangesOfACityComeOldestFirst() {
        City paris = add(named("Paris"));
        City lyon = add(named("Lyon"));
        City larger = paris.with(complete(), AT.minusSeconds(60));
        List<Change> ofParis = List.of(
                Change.created(paris, BY_ADA),
                Change.updated(paris, larger, BY_ADA),
                Change.deleted(larger, AT.minusSeconds(120), BY_ADA));
        append(ofParis.get(0));
        append(Change.created(lyon, BY_ADA));
        append(ofParis.get(1));
        append(ofParis.get(2));
        assertThat(WholeHistory.of(changes, paris.id())).isEqualTo(ofParis);
        assertThat(WholeHistory.of(changes, lyon.id())).containsExactly(Change.created(lyon, BY_ADA));
    }

    @Test
    void changesOfOneTransactionStandInTheOrderOfTheirAppending() {
        City first = add(named("Paris"));
        List<Change> twenty = new ArrayList<>();
        ports.work().write(() -> {
            City city = first;
            for (int i = 0; i < 20; i++) {
                City next = city.with(named("Paris " + i), AT);
                twenty.add(Change.updated(city, next, BY_ADA));
                changes.append(twenty.get(i));
                city = next;
            }
            return city;
        });
        assertThat(WholeHistory.of(changes, first.id())).isEqualTo(twenty);
    }

    @Test
    void theLogTellsOfACityThatIsNoLongerThere() {
        City paris = add(named("Paris"));
        append(Change.created(paris, BY_ADA));
        ports.work().write(() -> {
            ports.cities().delete(paris);
            changes.append(Change.deleted(paris, AT, BY_ADA));
            return paris;
        });
        assertThat(changes.tellsOf(paris.id())).isTrue();
        assertThat(WholeHistory.of(changes, paris.id())).hasSize(2);
    }

    @Test
    void changesAreFoundByWhoWhatWhenAndThroughWhichDoor() {
        City paris = add(named("Paris"));
        append(Change.created(paris, BY_ADA));
        append(Change.loaded(AT.plusSeconds(60), Actor.system()));
        append(Change.deleted(paris, AT.plusSeconds(120), BY_ADA));
        assertThat(actions(null, null, null, null, null)).containsExactly(Action.DELETE, Action.LOAD, Action.CREATE);
        assertThat(actions(Action.DELETE, null, null, null, null)).containsExactly(Action.DELETE);
        assertThat(actions(null, Door.SYSTEM, null, null, null)).containsExactly(Action.LOAD);
        assertThat(actions(null, null, ADA.id(), null, null)).containsExactly(Action.DELETE, Action.CREATE);
        assertThat(actions(null, null, null, AT.plusSeconds(60), null)).containsExactly(Action.DELETE, Action.LOAD);
        assertThat(actions(null, null, null, null, AT.plusSeconds(60))).containsExactly(Action.CREATE);
        assertThat(actions(Action.CREATE, BY_ADA.door(), ADA.id(), AT, AT.plusMillis(1)))
                .containsExactly(Action.CREATE);
        ChangeFilter all = new ChangeFilter(null, null, null, null, null);
        List<LoggedChange> newest = changes.find(all, Long.MAX_VALUE, 1);
        assertThat(newest).extracting(each -> each.change().action()).containsExactly(Action.DELETE);
        assertThat(changes.find(all, newest.get(0).sequence(), 9)).hasSize(2);
    }

    private List<Action> actions(Action action, Door door, UserId by, Instant from, Instant to) {
        return changes.find(new ChangeFilter(action, door, by, from, to), Long.MAX_VALUE, 9).stream()
                .map(each -> each.change().action())
                .toList();
    }

    @Test
    void theDeletionsOfCitiesThatAreGoneComeNewestFirst() {
        City paris = add(named("Paris"));
        City lyon = add(named("Lyon"));
        City nice = add(named("Nice"));
        append(Change.created(paris, BY_ADA));
        append(Change.deleted(paris, AT, BY_ADA));
        append(Change.deleted(lyon, AT, BY_ADA));
        append(Change.restored(null, lyon, BY_ADA));
        append(Change.deleted(nice, AT, BY_ADA));
        List<LoggedChange> gone = changes.deletions(Long.MAX_VALUE, 9);
        assertThat(gone).extracting(each -> each.change().city()).containsExactly(nice.id(), paris.id());
        assertThat(changes.deletions(Long.MAX_VALUE, 1)).containsExactly(gone.get(0));
        assertThat(changes.deletions(gone.get(0).sequence(), 9)).containsExactly(gone.get(1));
        append(Change.deleted(lyon, AT, BY_ADA));
        assertThat(changes.deletions(Long.MAX_VALUE, 9)).hasSize(3);
    }

    @Test
    void aCityOfWhichNothingWasAppendedIsNotToldOf() {
        City told = add(named("Told"));
        City untold = add(named("Untold"));
        append(Change.created(told, BY_ADA));
        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.tellsOf(untold.id())).isFalse();
        assertThat(changes.tellsOf(new CityId(Long.MAX_VALUE))).isFalse();
    }

    @Test
    void aLoadIsAChangeOfNoCity() {
        City paris = add(named("Paris"));
        append(Change.loaded(AT, Actor.system()));
        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.tellsOf(paris.id())).isFalse();
        assertThat(WholeHistory.of(changes, paris.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionComesBackAsItWent(Action action) {
        City city = add(complete());
        assertComesBack(new Change(action, city.id(), 7, AT, null, Door.SYSTEM, complete(), named("Later")));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void everyDoorComesBackAsItWent(Door door) {
        City city = add(complete());
        Actor actor = new Actor(door == Door.SYSTEM ? null : ADA, Set.of(), door);
        assertComesBack(Change.created(city, actor));
    }

    @Test
    void beforeAndAfterComeBackAsTheyWent() {
        CityDetails odd = withOtherNames("a|b \"c\" 'd' \\ {e}", List.of("%_", "😀", "東京", "x,y"));
        City city = add(odd);
        assertComesBack(Change.updated(city, city.with(complete(), AT.plusMillis(1)), BY_ADA));
        assertThat(WholeHistory.of(changes, city.id()).get(0).before()).isEqualTo(odd);
        assertThat(WholeHistory.of(changes, city.id()).get(0).after()).isEqualTo(complete());
    }

    @Test
    void whatWasNotThereBeforeOrIsGoneAfterIsNull() {
        City city = add(complete());
        append(Change.created(city, BY_ADA));
        append(Change.deleted(city, AT, BY_ADA));
        assertThat(WholeHistory.of(changes, city.id()).get(0).before()).isNull();
        assertThat(WholeHistory.of(changes, city.id()).get(1).after()).isNull();
    }

    private void assertComesBack(Change change) {
        append(change);
        assertThat(WholeHistory.of(changes, change.city())).containsExactly(change);
    }

    private City add(CityDetails details) {
        return ports.work().write(() -> {
            ports.users().save(ADA);
            return ports.cities().add(details, ADA.id(), AT);
        });
    }

    private void append(Change change) {
        ports.work().write(() -> {
            changes.append(change);
            return change;
        });
    }
}

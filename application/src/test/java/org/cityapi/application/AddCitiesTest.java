package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.application.Register.EDITOR;
import static org.cityapi.application.Register.NOW;
import static org.cityapi.application.Register.VIEWER;
import static org.cityapi.domain.city.CitySamples.named;

import java.time.Duration;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;

class AddCitiesTest {

    private static final AddCities.Wanted PARIS = new AddCities.Wanted(named("Paris"), "key", "digest");

    private final Register register = Register.empty();
    private final MovedClock clock = new MovedClock(NOW);
    private final AddCities add = over(register.ports.work());
    private AddCities running = add;

    private AddCities over(UnitOfWork work) {
        return new AddCities(
                work, register.edit, new KeyedWrites(register.ports.keptWrites(), clock), register.ports.changes());
    }

    @Test
    void aKeyNamesARequestForADay() {
        AddCities.Added first = add.add(EDITOR, () -> PARIS);
        clock.forward(Duration.ofHours(24));
        assertThat(add.add(EDITOR, () -> PARIS)).isEqualTo(new AddCities.Added(first.city(), true));
        assertThat(add.addedUnder(EDITOR, "key")).contains(first.city().id());
        assertThat(add.addedUnder(VIEWER, "key")).isEmpty();
        clock.forward(Duration.ofMillis(1));
        assertThat(add.addedUnder(EDITOR, "key")).isEmpty();
        AddCities.Added next = add.add(EDITOR, () -> PARIS);
        assertThat(next.before()).isFalse();
        assertThat(next.city().id()).isNotEqualTo(first.city().id());
    }

    @Test
    void theSameRequestWhileTheFirstIsRunningIsRefused() {
        UnitOfWork work = new UnitOfWork() {
            @Override
            public <T> T write(Supplier<T> writing) {
                return register.ports.work().write(() -> {
                    assertThatThrownBy(() -> running.add(EDITOR, () -> PARIS))
                            .isInstanceOf(Rejection.StillRunning.class);
                    return writing.get();
                });
            }

            @Override
            public <T> T read(Supplier<T> reading) {
                return register.ports.work().read(reading);
            }
        };
        running = over(work);
        assertThat(running.add(EDITOR, () -> PARIS).before()).isFalse();
        assertThat(add.add(EDITOR, () -> PARIS).before()).isTrue();
        assertThat(register.all()).hasSize(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        add.add(EDITOR, () -> PARIS);
        assertThatThrownBy(() -> add.add(EDITOR, () -> new AddCities.Wanted(named("Paris"), "key", "other")))
                .isInstanceOf(Rejection.KeyReused.class);
        assertThat(register.all()).hasSize(1);
    }

    @Test
    void whoMayNotAddIsRefusedBeforeAnythingIsRead() {
        assertThatThrownBy(() -> add.add(VIEWER, () -> {
                    throw new AssertionError("read");
                }))
                .isInstanceOf(Rejection.Forbidden.class);
    }
}

package org.cityapi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Actor;
import org.junit.jupiter.api.Test;

class ChangeNewsTest {

    private final Ports ports = Ports.inMemory();
    private final ChangeNews news = new ChangeNews();
    private final UnitOfWork work = news.announcing(ports.work());
    private final List<Integer> told = new ArrayList<>();

    private void append() {
        ports.changes().append(Change.loaded(Register.KEPT, Actor.system()));
    }

    @Test
    void aWriteIsToldWhenOthersCanReadIt() {
        news.listen(() -> told.add(ports.changes().after(0, 9).size()));
        for (int i = 0; i < 2; i++) {
            work.write(() -> {
                append();
                return told.size();
            });
        }
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void whatOthersWroteIsToldButNotPassedOn() {
        news.listen(() -> told.add(1));
        news.passOn(() -> told.add(2));
        news.othersWrote();
        assertThat(told).containsExactly(1);
        work.write(() -> {
            append();
            return true;
        });
        assertThat(told).containsExactly(1, 1, 2);
    }

    @Test
    void aReadAndAWriteThatFailsAreNotTold() {
        news.listen(() -> told.add(1));
        assertThat(work.<Boolean>read(ports.changes()::isEmpty)).isTrue();
        assertThatThrownBy(() -> work.write(() -> {
                    append();
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(told).isEmpty();
    }
}

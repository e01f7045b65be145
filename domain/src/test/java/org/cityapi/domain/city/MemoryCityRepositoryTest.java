package org.cityapi.domain.city;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;

class MemoryCityRepositoryTest extends CityRepositoryContract {

    @Override
    protected Ports emptyStore() {
        return Ports.inMemory();
    }

    @Test
    void aWriteNeedsAUnitOfWork() {
        assertThatThrownBy(() -> cities.add(CitySamples.complete(), null, AT))
                .isInstanceOf(IllegalStateException.class);
    }
}

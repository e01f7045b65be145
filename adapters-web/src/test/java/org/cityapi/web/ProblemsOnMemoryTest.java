package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsOnMemoryTest extends ProblemsContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    @Test
    void aDescriptionStaysWithinItsQuotes() {
        assertThat(Client.header(app.get("/api/v2/cities", "Authorization: Bearer expired"), "WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\", error_description=\"The token is ?expired?\"");
    }
}

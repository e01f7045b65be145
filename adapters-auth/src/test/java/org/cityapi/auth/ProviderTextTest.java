package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and addresses that a provider passes on may be written to do harm. */
class ProviderTextTest {

    @Test
    void aNameIsOneLineOfVisibleText() {
        assertThat(ProviderText.name(" Ada\r\n\u001b[31m Lovelace\u0000 ")).isEqualTo("Ada[31m Lovelace");
        assertThat(ProviderText.name("\u202eadmin\u2028")).isEqualTo("admin");
        assertThat(ProviderText.name("a\ud800b")).isEqualTo("ab");
        assertThat(ProviderText.name("Łukasz 東京 👩‍🚀")).isEqualTo("Łukasz 東京 👩‍🚀");
    }

    @Test
    void aNameHasAtMostTwoHundredCharactersAndNoHalfOne() {
        assertThat(ProviderText.name("x".repeat(201))).isEqualTo("x".repeat(200));
        assertThat(ProviderText.name("😀".repeat(300))).isEqualTo("😀".repeat(200));
    }

    @Test
    void aReasonEndsWithAWord() {
        assertThat(ProviderText.reason(new IllegalStateException("a\nb"))).isEqualTo("a b");
        assertThat(ProviderText.reason(new IllegalStateException("word ".repeat(200))))
                .isEqualTo("word ".repeat(100) + "…");
        assertThat(ProviderText.reason(new IllegalStateException("x".repeat(600))))
                .isEqualTo("x".repeat(500) + " …");
    }

    @Test
    void whatIsNoTextIsNoName() {
        assertThat(ProviderText.name(null)).isNull();
        assertThat(ProviderText.name(7)).isNull();
        assertThat(ProviderText.name(List.of("Ada"))).isNull();
        assertThat(ProviderText.name(" \u0000\u202e")).isNull();
    }

    @Test
    void anAddressIsTakenAsItIsOrNotAtAll() {
        assertThat(ProviderText.email("ada@example.com")).isEqualTo("ada@example.com");
        assertThat(ProviderText.email("x".repeat(255))).isNull();
        assertThat(ProviderText.email("a@b\r\nBcc: c@d")).isNull();
        assertThat(ProviderText.email(" ")).isNull();
        assertThat(ProviderText.email(true)).isNull();
    }
}

package org.cityapi.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.cityapi.domain.security.Secret;

class TokenTextTest {

    private static final int LENGTH = 44;

    @Example
    void aTextIsThePrefixAndThirtySixLettersAndDigits() {
        String text = TokenText.random().value();
        assertThat(text).matches("cityapi_[0-9A-Za-z]{36}").hasSize(LENGTH);
        assertThat(TokenText.isWellFormed(text)).isTrue();
    }

    @Example
    void noTextComesTwice() {
        Set<Secret> texts = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(texts.add(TokenText.random())).isTrue();
        }
    }

    /** The checksum of somebody else's program: Python's zlib, and base 62 by hand. */
    @Example
    void theChecksumIsCrc32InBase62() {
        assertThat(TokenText.isWellFormed("cityapi_000000000000000000000000000000403UfA"))
                .isTrue();
        assertThat(TokenText.isWellFormed("cityapi_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz1J6LXT"))
                .isTrue();
    }

    @Property
    void eachChangedCharacterIsNoticed(
            @ForAll @IntRange(max = LENGTH - 1) int place,
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') @CharRange(from = 'a', to = 'z')
                    char other) {
        String text = TokenText.random().value();
        String changed = text.substring(0, place) + other + text.substring(place + 1);
        assertThat(TokenText.isWellFormed(changed)).isEqualTo(other == text.charAt(place));
    }

    @Property
    void anythingElseIsNoToken(@ForAll @StringLength(max = 60) String text) {
        assertThat(TokenText.isWellFormed(text)).isFalse();
        assertThat(TokenText.isWellFormed(TokenText.random().value() + '\n' + text))
                .isFalse();
    }

    @Example
    void theTextIsInNoOtherTextOfTheSecret() {
        Secret text = TokenText.random();
        assertThat(text.toString()).doesNotContain(text.value());
        assertThat(text.digest()).matches("[0-9a-f]{64}");
    }
}

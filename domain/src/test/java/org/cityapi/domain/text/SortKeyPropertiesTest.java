package org.cityapi.domain.text;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(UnicodeTexts.class)
class SortKeyPropertiesTest {

    private static final Comparator<String> BY_CODE_POINT =
            comparing(text -> text.codePoints().toArray(), Arrays::compare);

    @Property
    void keysCompareAsTheirUnsignedBytes(@ForAll String a, @ForAll String b) {
        SortKey one = SortKey.of(a);
        SortKey other = SortKey.of(b);
        int order = Integer.signum(one.compareTo(other));
        assertThat(order).isEqualTo(Integer.signum(Arrays.compareUnsigned(one.bytes(), other.bytes())));
        assertThat(Integer.signum(other.compareTo(one))).isEqualTo(-order);
    }

    @Property
    void namesThatFoldDifferentlyAreInTheOrderOfTheirFolding(@ForAll String a, @ForAll String b) {
        Comparator<String> expected = comparing((String name) -> Folding.fold(name), BY_CODE_POINT)
                .thenComparing(name -> Normalizer.normalize(name, Normalizer.Form.NFD), BY_CODE_POINT);
        assertThat(Integer.signum(SortKey.of(a).compareTo(SortKey.of(b))))
                .isEqualTo(Integer.signum(expected.compare(a, b)));
    }

    @Property
    void keysAreEqualWhenTheyCompareAsEqual(@ForAll String a, @ForAll String b) {
        SortKey one = SortKey.of(a);
        SortKey other = SortKey.of(b);
        assertThat(one.equals(other)).isEqualTo(one.compareTo(other) == 0);
        assertThat(SortKey.of(Normalizer.normalize(a, Normalizer.Form.NFC)))
                .isEqualTo(SortKey.of(Normalizer.normalize(a, Normalizer.Form.NFD)))
                .hasSameHashCodeAs(SortKey.of(Normalizer.normalize(a, Normalizer.Form.NFD)));
    }

    @Property
    void aStoredKeyIsTheKey(@ForAll String name) {
        assertThat(SortKey.ofBytes(SortKey.of(name).bytes())).isEqualTo(SortKey.of(name));
    }

    @Example
    void nobodyCanChangeAKeyFromOutside() {
        SortKey key = SortKey.of("Paris");
        key.bytes()[0] = 0;
        byte[] stored = key.bytes();
        SortKey read = SortKey.ofBytes(stored);
        stored[0] = 0;
        assertThat(read).isEqualTo(key).isEqualTo(SortKey.of("Paris"));
    }

    @Example
    void accentsDecideOnlyBetweenNamesThatAreElseEqual() {
        assertThat(new String[] {"Alvarez", "Alvaro", "Álvaro", "Alvaro Obregón", "Álvaro Obregón", "Alvaros"})
                .isSortedAccordingTo(comparing(SortKey::of));
    }
}

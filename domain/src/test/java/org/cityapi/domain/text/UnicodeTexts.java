package org.cityapi.domain.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.domains.DomainContextBase;

/** Well-formed texts from the corners of Unicode where keys could go wrong. */
final class UnicodeTexts extends DomainContextBase {

    /** Blocks from the first to the last code point. */
    private static final List<int[]> BLOCKS = List.of(
            new int[] {0x00, 0x7E}, // ASCII, its controls included
            new int[] {0x80, 0x2FF}, // Latin, modifiers
            new int[] {0x300, 0x36F}, // accents
            new int[] {0x370, 0x58F}, // Greek to Armenian
            new int[] {0x590, 0x8FF}, // Hebrew and Arabic
            new int[] {0x900, 0xDFF}, // India
            new int[] {0xE00, 0x109F}, // Thai, Lao, Tibetan, Burmese
            new int[] {0x1100, 0x1AFF}, // jamo, Khmer, Mongolian
            new int[] {0x1B00, 0x1FFF}, // Bali to Greek extended
            new int[] {0x2000, 0x206F}, // blanks, joiners, direction marks
            new int[] {0x3000, 0x30FF}, // kana
            new int[] {0xAC00, 0xAC80}, // Korean
            new int[] {0xF900, 0xFFFD}, // compatibility forms
            new int[] {0x10000, 0x1FFFF},
            new int[] {0x20000, 0x2FA1D},
            new int[] {0xE0000, 0xE01EF}); // tags, variation selectors

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        textOf(anyBlock()),
                        Arbitraries.of(BLOCKS)
                                .flatMap(block -> textOf(Arbitraries.oneOf(in(block), Arbitraries.of(0x20, 0x200D)))))
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> anyBlock() {
        return Arbitraries.of(BLOCKS).flatMap(UnicodeTexts::in);
    }

    private static Arbitrary<Integer> in(int[] block) {
        return Arbitraries.integers().between(block[0], block[1]).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<String> textOf(Arbitrary<Integer> codePoints) {
        return codePoints
                .list()
                .ofMaxSize(10)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}

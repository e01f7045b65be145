package org.cityapi.persistence.names;

import java.util.Arrays;

/** The growth of a {@link LetterTree}: all branches of one branch before those of the next, so that they stand together. */
final class Growth {

    /** So few tokens are not parted into branches any more. */
    private static final int FEW = 32;

    final Numbers letters = new Numbers();
    final Numbers branches = new Numbers();
    final Numbers leaves = new Numbers();
    final Numbers order = new Numbers();

    private final TokenList tokens;
    private final boolean endings;
    private final int[] sorted;

    /** Of each branch which of the sorted tokens are in it, and how many bytes the way there has. */
    private final Numbers froms = new Numbers();

    private final Numbers tos = new Numbers();
    private final Numbers bytes = new Numbers();

    /** As many as come. */
    static final class Numbers {

        private int[] values = new int[16];
        private int size;

        private void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] all() {
            return Arrays.copyOf(values, size);
        }
    }

    /** @param sorted by their texts, read from that side */
    Growth(TokenList tokens, boolean endings, int[] sorted) {
        this.tokens = tokens;
        this.endings = endings;
        this.sorted = sorted;
        add(TokenList.NO_LETTER, 0, sorted.length, 0);
        for (int branch = 0; branch < letters.size; branch++) {
            branches.add(letters.size);
            leaves.add(order.size);
            part(froms.values[branch], tos.values[branch], bytes.values[branch]);
        }
        branches.add(letters.size);
        leaves.add(order.size);
    }

    private void add(int letter, int from, int to, int way) {
        letters.add(letter);
        froms.add(from);
        tos.add(to);
        bytes.add(way);
    }

    /** What ends there is a leaf; each letter with which others go on is a branch. */
    private void part(int from, int to, int way) {
        int at = from;
        while (at < to && (to - from <= FEW || letter(at, way) == TokenList.NO_LETTER)) {
            order.add(sorted[at++]);
        }
        while (at < to) {
            int letter = letter(at, way);
            int end = at + 1;
            while (end < to && letter(end, way) == letter) {
                end++;
            }
            add(letter, at, end, way + TokenList.size(letter));
            at = end;
        }
    }

    private int letter(int at, int way) {
        return tokens.letter(sorted[at], endings, way);
    }
}

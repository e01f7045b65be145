package org.cityapi.persistence.names;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Texts of tokens as a tree: what begins alike is one branch, so that it is compared once; or, of a tree of endings, what
 * ends alike. It is kept in a few arrays, for there are millions of tokens.
 */
final class LetterTree {

    private static final int ROOT = 0;

    private final TokenList tokens;
    private final boolean endings;

    /** Of each branch its letter. */
    private final int[] letters;

    /** Where the branches of each branch begin; they end where those of the next one begin. */
    private final int[] branches;

    /** Where the tokens of each branch begin that are in none of its branches. */
    private final int[] leaves;

    /** The tokens, in the order of the branches that they are leaves of. */
    private final int[] order;

    /**
     * Grows a tree.
     *
     * @param endings whether texts are read from their last letter to the first
     * @param numbers of the tokens
     */
    LetterTree(TokenList tokens, boolean endings, int[] numbers) {
        this.tokens = tokens;
        this.endings = endings;
        Growth growth = new Growth(tokens, endings, TokenSort.sorted(tokens, endings, numbers));
        letters = growth.letters.all();
        branches = growth.branches.all();
        leaves = growth.leaves.all();
        order = growth.order.all();
    }

    /** Tells of each token that is alike. */
    void find(Comparison comparison, IntConsumer found) {
        visit(ROOT, 0, 0, comparison, found);
    }

    /**
     * Compares what is in a branch.
     *
     * @param bytes that the way there has
     * @param depth how many letters were compared on it
     */
    private void visit(int branch, int bytes, int depth, Comparison comparison, IntConsumer found) {
        for (int leaf = leaves[branch]; leaf < leaves[branch + 1]; leaf++) {
            if (isAlike(order[leaf], bytes, depth, comparison)) {
                found.accept(order[leaf]);
            }
        }
        int end = branches[branch + 1];
        boolean any = branches[branch] < end && comparison.takesAny(depth);
        for (int next = branches[branch]; next < end; next++) {
            int letter = letters[next];
            if (letter == Tokens.BLANK) {
                visit(next, bytes + 1, depth, comparison, found);
            } else if ((any || comparison.mayTake(depth, letter)) && comparison.take(depth, letter)) {
                visit(next, bytes + TokenList.size(letter), depth + 1, comparison, found);
            }
        }
    }

    /** Tells of each beginning that is alike, but of none that begins with another one; blanks are letters here. */
    void findBeginnings(Comparison comparison, Consumer<String> found) {
        visitBeginnings(ROOT, "", 0, 0, comparison, found);
    }

    private void visitBeginnings(
            int branch, String way, int bytes, int depth, Comparison comparison, Consumer<String> found) {
        if (comparison.isAlike(depth)) {
            found.accept(way);
            return;
        }
        for (int leaf = leaves[branch]; leaf < leaves[branch + 1]; leaf++) {
            findBeginning(order[leaf], way, bytes, depth, comparison, found);
        }
        int end = branches[branch + 1];
        boolean any = branches[branch] < end && comparison.takesAny(depth);
        for (int next = branches[branch]; next < end; next++) {
            int letter = letters[next];
            if ((any || comparison.mayTake(depth, letter)) && comparison.take(depth, letter)) {
                String there = way + Character.toString(letter);
                visitBeginnings(next, there, bytes + TokenList.size(letter), depth + 1, comparison, found);
            }
        }
    }

    private void findBeginning(
            int token, String way, int from, int compared, Comparison comparison, Consumer<String> found) {
        StringBuilder beginning = new StringBuilder(way);
        int bytes = from;
        int depth = compared;
        int letter = tokens.letter(token, endings, bytes);
        while (letter != TokenList.NO_LETTER && comparison.take(depth, letter)) {
            depth++;
            beginning.appendCodePoint(letter);
            if (comparison.isAlike(depth)) {
                found.accept(beginning.toString());
                return;
            }
            bytes += TokenList.size(letter);
            letter = tokens.letter(token, endings, bytes);
        }
    }

    private boolean isAlike(int token, int from, int compared, Comparison comparison) {
        int bytes = from;
        int depth = compared;
        int letter = tokens.letter(token, endings, bytes);
        while (letter != TokenList.NO_LETTER) {
            if (letter != Tokens.BLANK) {
                if (!comparison.take(depth, letter)) {
                    return false;
                }
                depth++;
            }
            bytes += TokenList.size(letter);
            letter = tokens.letter(token, endings, bytes);
        }
        return comparison.isAlike(depth);
    }
}

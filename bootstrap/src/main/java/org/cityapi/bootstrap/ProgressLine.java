package org.cityapi.bootstrap;

import java.time.Duration;

/** How far a command is: a bar that grows on a terminal, else a line now and then. */
final class ProgressLine {

    private static final int WIDTH = 30;
    private static final Duration REDRAWN = Duration.ofMillis(100);
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(5);

    private final Printer printer;
    private final String key;
    private long told = System.nanoTime();
    private int drawn;

    /** @param key of the words that tell percents, and a number of things */
    ProgressLine(Printer printer, String key) {
        this.printer = printer;
        this.key = key;
    }

    /** Shows it, unless it was shown a moment ago. */
    void show(long done, long all, long things) {
        long now = System.nanoTime();
        if (now - told < (printer.isTerminal() ? REDRAWN : TOLD_AGAIN).toNanos()) {
            return;
        }
        told = now;
        int percent = all <= 0 ? 0 : (int) Math.min(100, done * 100 / all);
        String text = printer.word(key, percent, things);
        if (printer.isTerminal()) {
            int full = percent * WIDTH / 100;
            draw("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text);
        } else {
            printer.tell(text);
        }
    }

    /** Clears it away for what is told next. */
    void end() {
        if (drawn > 0) {
            draw("");
            printer.err().print("\r");
            printer.err().flush();
        }
    }

    private void draw(String line) {
        printer.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        printer.err().flush();
        drawn = line.length();
    }
}

package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftRow;

/** The rows of a file by the thousand; the next ones are read and judged while these are stored. */
final class Chunks implements Iterator<List<CheckedRow>> {

    private static final int ROWS = 1_000;

    /** Characters after which a chunk is full: a city may have two hundred long names. */
    private static final int SIZE = 1_000_000;

    private final CityFiles.DraftRows rows;
    private CompletableFuture<List<CheckedRow>> ahead;

    Chunks(CityFiles.DraftRows rows) {
        this.rows = rows;
        ahead = CompletableFuture.supplyAsync(this::read);
    }

    /** What the columns of the rows are called, as far as those have been read. */
    List<String> columns() {
        return rows.columns();
    }

    /** @throws BrokenFile when the file cannot be read on */
    @Override
    public boolean hasNext() {
        try {
            return !ahead.join().isEmpty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokenFile broken) {
                throw broken;
            }
            throw e;
        }
    }

    @Override
    public List<CheckedRow> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<CheckedRow> chunk = ahead.join();
        ahead = CompletableFuture.supplyAsync(this::read);
        return chunk;
    }

    private List<CheckedRow> read() {
        List<DraftRow> chunk = new ArrayList<>(ROWS);
        int size = 0;
        while (chunk.size() < ROWS && size < SIZE && rows.hasNext()) {
            DraftRow row = rows.next();
            size += row.source().size();
            chunk.add(row);
        }
        return chunk.parallelStream().map(CheckedRow::of).toList();
    }

    /** Waits until nobody reads the file any more. */
    void end() {
        ahead.handle((chunk, failure) -> true).join();
    }
}

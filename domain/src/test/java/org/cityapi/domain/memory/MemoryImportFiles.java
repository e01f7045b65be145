package org.cityapi.domain.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cityapi.domain.imports.ImportFiles;

/** Files of imports in memory. */
public class MemoryImportFiles implements ImportFiles {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public Kept keep(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        String name = "file " + last.incrementAndGet();
        files.put(name, bytes);
        return new Kept(name, bytes.length);
    }

    @Override
    public InputStream open(String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NoSuchElementException(name);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void forget(String name) {
        files.remove(name);
    }

    /** How many are kept. */
    public int size() {
        return files.size();
    }
}

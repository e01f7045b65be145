package org.cityapi.persistence.bundled;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;

/** The rows of a CSV file; their columns are looked up in the header once, not in each row. */
final class CsvRows implements Iterator<CsvRecord> {

    private final Iterator<CsvRecord> records;
    private final List<String> header;

    CsvRows(Reader file) {
        records = CsvReader.builder().ofCsvRecord(file).iterator();
        header = records.next().getFields();
    }

    /** Where the fields of this column stand. */
    int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("No column " + name);
        }
        return column;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public CsvRecord next() {
        return records.next();
    }
}

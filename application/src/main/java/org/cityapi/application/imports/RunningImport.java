package org.cityapi.application.imports;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.imports.ImportJob;

/**
 * An import that is run.
 *
 * @param columns of its file, as soon as they are known
 */
record RunningImport(ImportTask task, ImportJob job, List<String> columns) {

    RunningImport(ImportTask task, ImportJob job) {
        this(task, job, new ArrayList<>());
    }

    /** Notes what its columns are: there may be one more when more of it has been read. */
    void know(List<String> now) {
        columns.clear();
        columns.addAll(now);
    }
}

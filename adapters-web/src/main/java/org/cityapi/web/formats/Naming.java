package org.cityapi.web.formats;

import java.util.List;
import org.cityapi.web.http.JsonBody;

/** Tells what the columns of a file, or the members of its objects, mean. */
interface Naming {

    /** @throws org.cityapi.domain.imports.BrokenFile when a city cannot be told by such columns */
    CsvHeader header(long line, List<String> names);

    /** An object by the fields that its members mean; what is wrong with them is noted where its other faults are. */
    JsonRow members(JsonBody read);

    /** Whether the place and the number of a feature go by the names that its properties may have, too. */
    boolean isByFields();
}

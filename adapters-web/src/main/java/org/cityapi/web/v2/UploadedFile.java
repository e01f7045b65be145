package org.cityapi.web.v2;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.FormParts;
import org.jspecify.annotations.Nullable;

/**
 * The first file of a form (RFC 7578).
 *
 * @param name on the sender's machine; null where it is not told
 * @param type as the form tells it
 * @param content read as it comes
 */
record UploadedFile(@Nullable String name, SentType type, InputStream content) {

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid when there is none */
    static UploadedFile in(InputStream body, String contentType) throws IOException {
        try {
            FileItemIterator items = FormParts.of(body, contentType);
            while (items.hasNext()) {
                FileItemStream item = items.next();
                if (!item.isFormField()) {
                    return new UploadedFile(item.getName(), SentType.of(item.getContentType()), item.openStream());
                }
            }
        } catch (FileUploadException | InvalidFileNameException e) {
            throw missing();
        }
        throw missing();
    }

    private static RuntimeException missing() {
        Violations violations = Violations.ofParameters();
        violations.add("file", Fault.REQUIRED);
        return violations.asRejection();
    }
}

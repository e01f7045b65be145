package org.cityapi.web.v2;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.formats.InPieces;
import org.cityapi.web.http.FormParts;
import org.jspecify.annotations.Nullable;

/**
 * The one file of a form (RFC 7578), in which nothing else is: it would be lost.
 *
 * @param name on the sender's machine; null where it is not told
 * @param type as the form tells it
 * @param content read as it comes; what stands behind it is refused when it has been read
 */
record UploadedFile(@Nullable String name, SentType type, InputStream content) {

    private static final String FILE = "file";

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid when there is none, or something before it */
    static UploadedFile in(InputStream body, String contentType) throws IOException {
        try {
            FileItemIterator items = FormParts.of(body, contentType);
            if (items.hasNext()) {
                FileItemStream item = items.next();
                if (item.isFormField()) {
                    boolean isNameless = item.getFieldName().equals(FILE);
                    throw refused(item.getFieldName(), isNameless ? Fault.NO_FILE_NAME : Fault.ONE_FILE);
                }
                return new UploadedFile(
                        item.getName(), SentType.of(item.getContentType()), new Last(item.openStream(), items));
            }
        } catch (FileUploadException | InvalidFileNameException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
        }
        throw refused(FILE, Fault.REQUIRED);
    }

    private static RuntimeException refused(String name, Fault fault) {
        Violations violations = Violations.ofParameters();
        violations.add(name.isEmpty() ? FILE : name, fault);
        return violations.asRejection();
    }

    /** The last part of a form. */
    private static final class Last extends InPieces {

        private final FileItemIterator items;
        private boolean ended;

        Last(InputStream part, FileItemIterator items) {
            super(part);
            this.items = items;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = ended ? -1 : super.read(target, from, length);
            if (read < 0 && !ended) {
                ended = true;
                refuseMore();
            }
            return read;
        }

        private void refuseMore() throws IOException {
            try {
                if (items.hasNext()) {
                    throw refused(items.next().getFieldName(), Fault.ONE_FILE);
                }
            } catch (FileUploadException e) {
                throw new IOException(e);
            }
        }
    }
}

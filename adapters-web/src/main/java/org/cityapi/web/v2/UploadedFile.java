package org.cityapi.web.v2;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;
import org.apache.commons.fileupload.UploadContext;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The first file of a form (RFC 7578).
 *
 * @param name on the sender's machine; null where it is not told
 * @param type as the form tells it; null where it does not
 * @param content read as it comes
 */
record UploadedFile(@Nullable String name, @Nullable String type, InputStream content) {

    private record Form(InputStream body, String type) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // the library asks for it
        public int getContentLength() {
            return -1;
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid when there is none */
    static UploadedFile in(InputStream body, String contentType) throws IOException {
        try {
            RequestContext form = new Form(body, contentType);
            FileItemIterator items = new FileUpload().getItemIterator(form);
            while (items.hasNext()) {
                FileItemStream item = items.next();
                if (!item.isFormField()) {
                    return new UploadedFile(item.getName(), item.getContentType(), item.openStream());
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

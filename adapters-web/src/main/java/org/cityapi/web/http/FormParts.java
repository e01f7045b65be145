package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemHeaders;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;

/** The parts of a form (RFC 7578), one after the other as they come. */
public final class FormParts {

    private FormParts() {}

    /** @throws FileUploadException when it is no such form */
    public static FileItemIterator of(InputStream body, String contentType) throws FileUploadException, IOException {
        return new Parts().getItemIterator(new Form(body, contentType));
    }

    /** Whether a request has such a form. */
    public static boolean areIn(HttpRequest<?> request) {
        return request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals)
                .isPresent();
    }

    /** Whether that is why it could not be read. */
    public static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLengthExceededException) {
                return true;
            }
        }
        return false;
    }

    /** The library passes over parts without a name, as if they were not there. */
    private static final class Parts extends FileUpload {

        @Override
        protected String getFieldName(FileItemHeaders headers) {
            String name = super.getFieldName(headers);
            return name == null ? "" : name;
        }
    }

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
}

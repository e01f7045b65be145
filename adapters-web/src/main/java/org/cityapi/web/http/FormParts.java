package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemHeaders;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/** The parts of a form (RFC 7578), one after the other as they come. */
public final class FormParts {

    private FormParts() {}

    /**
     * @throws FileUploadException when it is no such form
     * @throws IOException why its body cannot be read, wherever in the form that shows
     */
    public static FileItemIterator of(InputStream body, String contentType) throws FileUploadException, IOException {
        Body remembering = new Body(body);
        return remembering.read(
                () -> new Told(new Parts().getItemIterator(new Form(remembering, contentType)), remembering));
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

    /** What is read of a form. */
    private interface Reading<T> {

        T read() throws FileUploadException, IOException;
    }

    /** Remembers why it could not be read: between parts, and in their heads, the library says that it ended, or nothing. */
    private static final class Body extends FilterInputStream {

        private @Nullable IOException failure;

        Body(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        <T> T read(Reading<T> reading) throws FileUploadException, IOException {
            try {
                T found = reading.read();
                tell();
                return found;
            } catch (FileUploadException | IOException e) {
                tell();
                throw e;
            }
        }

        private void tell() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private record Told(FileItemIterator parts, Body body) implements FileItemIterator {

        @Override
        public boolean hasNext() throws FileUploadException, IOException {
            return body.read(parts::hasNext);
        }

        @Override
        public FileItemStream next() throws FileUploadException, IOException {
            return body.read(parts::next);
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

package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.http.FormParts;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a file is sent, or rows are pasted: its parts are read as they come. The token is the first of them;
 * before it has proven that the form comes from a page of ours, nothing is taken in.
 */
final class SentFile {

    /** Takes a file in. */
    interface Taking {
        ImportDraft take(InputStream content) throws IOException;
    }

    private static final int MOST_PARTS = 10;
    private static final int LONGEST_TOKEN = 200;

    private final CurrentBrowser browser;
    private final Taking taking;
    private final boolean mayImport;
    private boolean isPerson;
    private boolean isProven;
    private boolean isJudged;
    private boolean hasFile;
    private @Nullable PastedRows pasted;
    private @Nullable ImportDraft draft;
    private @Nullable SentFault fault;
    private @Nullable RowFault detail;
    private Rejection.@Nullable Unavailable busy;

    private SentFile(HttpRequest<?> request, CurrentBrowser browser, Actor sender, Taking taking) {
        this.browser = browser;
        this.mayImport = sender.permissions().contains(Permission.IMPORT_CITIES);
        this.isPerson = sender.user() != null;
        this.isProven = request.getAttribute(CurrentBrowser.UNPROVEN).isEmpty();
        this.taking = taking;
    }

    /** @param sender of whom nothing is taken in where he may not import, but what he has pasted is kept */
    static SentFile read(HttpRequest<?> request, CurrentBrowser browser, Actor sender, Taking taking) {
        SentFile sent = new SentFile(request, browser, sender, taking);
        if (FormParts.areIn(request)) {
            sent.readParts(request);
        }
        if (sent.isPerson && !sent.mayImport && (sent.fault == null || !sent.fault.isOfForm())) {
            sent.fault = SentFault.FORBIDDEN;
        } else if (sent.draft == null && sent.fault == null) {
            sent.fault = SentFault.NOTHING;
        }
        return sent;
    }

    /** What is not read of the body is passed over at its end: browsers hear no answer before they have sent all. */
    private void readParts(HttpRequest<?> request) {
        String type = String.valueOf(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        try (InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
            FileItemIterator parts = FormParts.of(body, type);
            for (int count = 0; count < MOST_PARTS && parts.hasNext(); count++) {
                FileItemStream part = parts.next();
                switch (part.getFieldName() == null ? "" : part.getFieldName()) {
                    case "csrf" -> readToken(part.openStream());
                    case "file" -> readFile(part);
                    case "rows" -> readRows(part.openStream());
                    default -> {}
                }
            }
            judge("");
        } catch (FileUploadException | InvalidFileNameException | IOException e) {
            fault = SentFault.of(e);
        }
    }

    private boolean mayTake() {
        return isPerson && mayImport && isProven;
    }

    private void readToken(InputStream part) throws IOException {
        if (!hasFile && pasted == null) {
            judge(new String(part.readNBytes(LONGEST_TOKEN), StandardCharsets.ISO_8859_1));
        }
    }

    /** The first token counts; that there is none in a form that came whole is put on record, too. */
    private void judge(String token) {
        if (isPerson && !isProven && !isJudged) {
            isJudged = true;
            isProven = browser.proves(token);
        }
    }

    /** Where no file is chosen, a browser sends one without a name. */
    private void readFile(FileItemStream part) throws IOException {
        BufferedInputStream content = new BufferedInputStream(part.openStream());
        String name = part.getName();
        content.mark(1);
        if (hasFile || (content.read() < 0 && (name == null || name.isEmpty()))) {
            return;
        }
        content.reset();
        hasFile = true;
        if (mayTake()) {
            take(content);
        }
    }

    /** What is broken is told when all has come: browsers hear nothing before. */
    private void take(InputStream content) throws IOException {
        try {
            draft = taking.take(content);
        } catch (BrokenFile broken) {
            detail = broken.faults().get(0);
            fault = detail.fault() == Fault.TOO_LARGE ? SentFault.TOO_LARGE : SentFault.UNREADABLE;
        } catch (Rejection.NotSignedIn signedOut) {
            isPerson = false;
        } catch (Rejection.Forbidden roleLost) {
            fault = SentFault.FORBIDDEN;
        } catch (Rejection.Unavailable noPlace) {
            busy = noPlace;
            fault = SentFault.BUSY;
        }
    }

    private void readRows(InputStream part) throws IOException {
        BufferedInputStream content = new BufferedInputStream(part, PastedRows.BLANKS);
        if (pasted != null || PastedRows.areNone(content)) {
            return;
        }
        pasted = new PastedRows(content, isPerson && mayImport);
        if (mayTake() && !hasFile) {
            take(pasted);
        }
        pasted.readOn();
        if (hasFile && fault != SentFault.FORBIDDEN) {
            fault = SentFault.BOTH;
            detail = null;
        }
    }

    /** Whether somebody is signed in; not who was signed out before all had come. */
    boolean isOfPerson() {
        return isPerson;
    }

    boolean isProven() {
        return isProven;
    }

    boolean hasFile() {
        return hasFile;
    }

    /** What was pasted, to be shown again. */
    @Nullable
    PastedRows pasted() {
        return pasted;
    }

    /** What was taken in; to be let go when there is a fault besides. */
    @Nullable
    ImportDraft draft() {
        return draft;
    }

    @Nullable
    SentFault fault() {
        return fault;
    }

    /** What there is no place for, when that is the fault. */
    Rejection.@Nullable Unavailable busy() {
        return busy;
    }

    /** What cannot be read in a file that is unreadable. */
    @Nullable
    RowFault detail() {
        return detail;
    }
}

package org.cityapi.domain.session;

import java.util.Optional;

/** Tells by which browser session the present request came, if by any. */
public interface CurrentBrowser {

    /** An attribute of a request whose form does not prove that it comes from our page: it may be shown, and no more. */
    String UNPROVEN = "city-api.unproven-form";

    /** The session of the present request; empty when it came without one that is good. */
    Optional<Session> session();

    /**
     * What a form must send along as its field {@code csrf}, or HTMX as the header {@code X-CSRF-TOKEN}, so that the
     * session authorises it; bound to the session. Empty without a session: then there is nothing to protect.
     */
    Optional<String> formToken();

    /**
     * Whether a form that shows this comes from a page of ours, for one in parts ({@code multipart/form-data}), whose
     * fields are read as they come: such a form is {@link #UNPROVEN} until then. What does not is put on record.
     */
    boolean proves(String formToken);
}

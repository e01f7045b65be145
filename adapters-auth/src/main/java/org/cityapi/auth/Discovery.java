package org.cityapi.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches what an issuer says of itself (OpenID Connect Discovery 1.0, section 4). */
public final class Discovery {

    private final String issuer;
    private final ProviderClient client;

    public Discovery(String issuer, ProviderClient client) {
        this.issuer = issuer;
        this.client = client;
    }

    /** An issuer that calls itself otherwise than it was configured: it may be somebody else (section 4.3). */
    public static final class Impostor extends KeySourceException {
        private static final long serialVersionUID = 1;

        Impostor(String issuer, @Nullable String named) {
            super(
                    named == null
                            ? "The issuer at " + issuer + " does not say what it is called"
                            : "The issuer at " + issuer + " calls itself " + named
                                    + ": if that is who is meant, name it so in the settings (OIDC_ISSUER, AUTH0_DOMAIN)");
        }
    }

    /** Where it is found. */
    static URI address(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** The document. */
    public Map<String, Object> fetch(Duration patience) throws IOException, ParseException, Impostor {
        Map<String, Object> document = JSONObjectUtils.parse(client.get(address(issuer), patience));
        String named = JSONObjectUtils.getString(document, "issuer");
        if (!issuer.equals(named)) {
            throw new Impostor(issuer, ProviderText.name(named));
        }
        return document;
    }

    /**
     * An address that the document must hold.
     *
     * @throws IllegalArgumentException when it is none to be trusted, as http is where the issuer is on https
     */
    public static URI address(Map<String, Object> document, String name) throws ParseException {
        String address = JSONObjectUtils.getString(document, name);
        if (address == null) {
            throw new ParseException("no " + name, 0);
        }
        URI uri = ProviderAddress.of(address);
        if ("http".equals(uri.getScheme())
                && !String.valueOf(document.get("issuer")).startsWith("http:")) {
            throw new IllegalArgumentException("http, though the issuer is on https: " + address);
        }
        return uri;
    }
}

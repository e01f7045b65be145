package org.cityapi.bootstrap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.TrustedIssuer;
import org.cityapi.auth.local.LocalProvider;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers.
 *
 * @param issuers those whose access tokens programs may send
 * @param signIn those by which people sign in, in the order in which they are offered
 */
record Providers(List<TrustedIssuer> issuers, List<SignInProvider> signIn) {

    private static final String GOOGLE = "https://accounts.google.com";

    Providers {
        issuers = List.copyOf(issuers);
        signIn = List.copyOf(signIn);
    }

    /** The one of local mode. */
    static Providers local(LocalProvider provider) {
        return new Providers(
                List.of(new TrustedIssuer(provider.issuer(), LocalProvider.AUDIENCE, null)),
                List.of(new SignInProvider(
                        "local",
                        "City API, local mode",
                        provider.issuer(),
                        LocalProvider.CLIENT_ID,
                        LocalProvider.CLIENT_SECRET,
                        LocalProvider.AUDIENCE,
                        null)));
    }

    /**
     * Reads them from the settings.
     *
     * @param settings gives the value of a setting by its name; empty where it is not set
     * @throws BadSetting naming the first setting that is wrong
     */
    static Providers of(Function<String, Optional<String>> settings) {
        return new Reader(settings, new ArrayList<>(), new ArrayList<>()).read();
    }

    boolean areNone() {
        return issuers.isEmpty() && signIn.isEmpty();
    }

    /** Where the providers' pages are: scheme, host and port of each. */
    List<String> origins() {
        return signIn.stream()
                .map(provider -> URI.create(provider.issuer()))
                .map(issuer -> issuer.getScheme() + "://" + issuer.getRawAuthority())
                .distinct()
                .toList();
    }

    private record Reader(
            Function<String, Optional<String>> settings, List<TrustedIssuer> issuers, List<SignInProvider> signIn) {

        Providers read() {
            text("AUTH0_DOMAIN").ifPresentOrElse(this::auth0, () -> refuse("AUTH0_", "AUTH0_DOMAIN", "AUDIENCE"));
            google();
            text("OIDC_ISSUER").ifPresentOrElse(this::oidc, () -> refuse("OIDC_", "OIDC_ISSUER", "TITLE"));
            if (text("AUTH0_DOMAIN").isEmpty() && text("OIDC_ISSUER").isEmpty()) {
                // Google's tokens are for nobody but Google, and grant nothing.
                refuseIfSet("OIDC_AUDIENCE", "means nothing without a provider (OIDC_ISSUER or AUTH0_DOMAIN)");
                refuseIfSet("OIDC_PERMISSIONS_CLAIM", "means nothing without a provider (OIDC_ISSUER or AUTH0_DOMAIN)");
            }
            return new Providers(issuers, signIn);
        }

        private void auth0(String domain) {
            if (!domain.matches("[A-Za-z0-9.-]+")) {
                throw new BadSetting("AUTH0_DOMAIN", "must be a domain like team.eu.auth0.com, not " + domain);
            }
            String audience =
                    text("AUTH0_AUDIENCE").or(() -> text("OIDC_AUDIENCE")).orElse(null);
            add(
                    new Origin(
                            "AUTH0_DOMAIN",
                            "AUTH0_",
                            "auth0",
                            "Auth0",
                            "https://" + domain.toLowerCase(Locale.ROOT) + "/"),
                    audience);
        }

        private void oidc(String issuer) {
            String title = text("OIDC_TITLE").orElseGet(() -> host(issuer));
            add(
                    new Origin("OIDC_ISSUER", "OIDC_", "oidc", title, issuer),
                    text("OIDC_AUDIENCE").orElse(null));
        }

        /** Its access tokens mean nothing to anybody but itself. */
        private void google() {
            if (isClientSet("GOOGLE_")) {
                add(new Origin("GOOGLE_CLIENT_ID", "GOOGLE_", "google", "Google", GOOGLE), null);
            }
        }

        private void add(Origin origin, @Nullable String audience) {
            boolean client = isClientSet(origin.prefix());
            if (audience == null && !client) {
                throw new BadSetting(
                        origin.prefix() + "CLIENT_ID",
                        "must be set, so that people can sign in, or OIDC_AUDIENCE, so that programs can");
            }
            String claim = isClaimOf(origin) ? text("OIDC_PERMISSIONS_CLAIM").orElse(null) : null;
            boolean twice = Stream.concat(
                            issuers.stream().map(TrustedIssuer::url),
                            signIn.stream().map(SignInProvider::issuer))
                    .anyMatch(origin.issuer()::equals);
            if (twice) {
                throw new BadSetting(origin.setting(), "names a provider that is set already: " + origin.issuer());
            }
            try {
                if (audience != null) {
                    issuers.add(new TrustedIssuer(origin.issuer(), audience, claim));
                }
                if (client) {
                    signIn.add(new SignInProvider(
                            origin.name(),
                            origin.title(),
                            origin.issuer(),
                            text(origin.prefix() + "CLIENT_ID").orElseThrow(),
                            text(origin.prefix() + "CLIENT_SECRET").orElseThrow(),
                            audience,
                            claim));
                }
            } catch (IllegalArgumentException e) {
                throw new BadSetting(
                        origin.setting(), "must be the address of an identity provider: " + e.getMessage());
            }
        }

        /** Auth0 beside another provider has its own claim, as Google has. */
        private boolean isClaimOf(Origin origin) {
            return origin.prefix().equals("OIDC_")
                    || (origin.prefix().equals("AUTH0_") && text("OIDC_ISSUER").isEmpty());
        }

        /** Whether both halves are set; one alone is a mistake. */
        private boolean isClientSet(String prefix) {
            boolean id = text(prefix + "CLIENT_ID").isPresent();
            boolean secret = text(prefix + "CLIENT_SECRET").isPresent();
            if (id != secret) {
                String missing = prefix + (id ? "CLIENT_SECRET" : "CLIENT_ID");
                throw new BadSetting(missing, "must be set, too: a client has an id and a secret");
            }
            return id;
        }

        private void refuse(String prefix, String missing, String more) {
            for (String name : List.of("CLIENT_ID", "CLIENT_SECRET", more)) {
                refuseIfSet(prefix + name, "means nothing without " + missing);
            }
        }

        private void refuseIfSet(String name, String why) {
            if (text(name).isPresent()) {
                throw new BadSetting(name, why);
            }
        }

        private Optional<String> text(String name) {
            return settings.apply(name);
        }

        private static String host(String issuer) {
            try {
                String host = URI.create(issuer).getHost();
                return host == null ? issuer : host;
            } catch (IllegalArgumentException refusedLater) {
                return issuer;
            }
        }
    }

    /**
     * A provider as the settings name it.
     *
     * @param setting the one that makes it known
     * @param prefix of its other settings
     */
    private record Origin(String setting, String prefix, String name, String title, String issuer) {}
}

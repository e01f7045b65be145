package org.cityapi.auth.signin;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import java.net.URI;
import java.time.Clock;
import org.cityapi.auth.Discovery;
import org.cityapi.auth.Issuers;
import org.cityapi.auth.SignInProvider;
import org.cityapi.auth.Site;
import org.cityapi.auth.TokenCheck;

/** All that is needed to deal with one provider. */
@EachBean(SignInProvider.class)
final class ClientRegistration {

    private static final String CALLBACK = "/oauth/callback/";

    private final SignInProvider provider;
    private final URI callback;
    private final ProviderDocuments documents;
    private final CodeExchange exchange;
    private final IdTokenProof idTokens;
    private final UserInfoClaims userInfo;

    ClientRegistration(@Parameter SignInProvider provider, Site site, Issuers issuers, TokenCheck check, Clock clock) {
        this.provider = provider;
        this.callback = URI.create(site.address(CALLBACK + provider.name()));
        this.documents = new ProviderDocuments(
                provider.issuer(), new Discovery(provider.issuer(), issuers.client()), issuers.background(), clock);
        this.exchange = new CodeExchange(provider, callback, issuers.client());
        this.idTokens = new IdTokenProof(provider, issuers.keysOf(provider.issuer()), check, clock);
        this.userInfo = new UserInfoClaims(provider.issuer(), issuers.client());
    }

    SignInProvider provider() {
        return provider;
    }

    /** Where it sends people back to: by configuration, whatever a request calls this host. */
    URI callback() {
        return callback;
    }

    ProviderDocument document() {
        return documents.get();
    }

    CodeExchange exchange() {
        return exchange;
    }

    IdTokenProof idTokens() {
        return idTokens;
    }

    UserInfoClaims userInfo() {
        return userInfo;
    }
}

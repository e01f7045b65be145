package org.cityapi.auth.local;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;

/** What the local provider tells programs about itself. */
final class LocalDiscovery {

    private final URI issuer;
    private final LocalTokens tokens;

    LocalDiscovery(URI issuer, LocalTokens tokens) {
        this.issuer = issuer;
        this.tokens = tokens;
    }

    /** Its description (OpenID Connect Discovery 1.0, section 3; RFC 9207, section 3). */
    HTTPResponse description() {
        OIDCProviderMetadata metadata =
                new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), at("/jwks"));
        metadata.setAuthorizationEndpointURI(at("/authorize"));
        metadata.setTokenEndpointURI(at("/token"));
        metadata.setEndSessionEndpointURI(at("/logout"));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.setScopes(LocalTokens.IDENTITY);
        metadata.setClaims(LocalTokens.CLAIMS);
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.ES256));
        metadata.setTokenEndpointAuthMethods(
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST));
        // Unsaid, it would be true.
        metadata.setSupportsRequestURIParam(false);
        return json(metadata.toJSONObject().toJSONString());
    }

    /** The keys that verify its tokens (RFC 7517, section 5). */
    HTTPResponse keys() {
        return json(tokens.keys().toString());
    }

    private URI at(String path) {
        return URI.create(issuer + path);
    }

    private static HTTPResponse json(String body) {
        HTTPResponse response = new HTTPResponse(HTTPResponse.SC_OK);
        response.setEntityContentType(ContentType.APPLICATION_JSON);
        response.setBody(body);
        return response;
    }
}

package org.cityapi.auth.local;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the local provider answers, in the terms of OAuth 2.0; {@link LocalDoor} speaks HTTP. */
final class LocalPages {

    private final URI issuer;
    private final LocalTokens tokens;

    LocalPages(URI issuer, LocalTokens tokens) {
        this.issuer = issuer;
        this.tokens = tokens;
    }

    /** The provider's description (OpenID Connect Discovery 1.0, section 3). */
    HTTPResponse description() {
        OIDCProviderMetadata metadata =
                new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), at("/jwks"));
        metadata.setTokenEndpointURI(at("/token"));
        metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
        metadata.setResponseTypes(List.of());
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.ES256));
        metadata.setTokenEndpointAuthMethods(
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST));
        return json(metadata.toJSONObject().toJSONString());
    }

    /** The keys that verify its tokens (RFC 7517, section 5). */
    HTTPResponse keys() {
        return json(tokens.keys().toString());
    }

    /** The answer to a request for a token (RFC 6749, section 5). */
    HTTPResponse token(@Nullable String authorization, @Nullable String contentType, String body) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, at("/token"));
        request.setAuthorization(authorization);
        request.setBody(body);
        try {
            request.setContentType(contentType);
            return tokens.answer(TokenRequest.parse(request)).toHTTPResponse();
        } catch (GeneralException e) {
            return refusal(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        } catch (IllegalArgumentException e) {
            return refusal(OAuth2Error.INVALID_REQUEST);
        }
    }

    static HTTPResponse refusal(ErrorObject error) {
        HTTPResponse response = new TokenErrorResponse(error).toHTTPResponse();
        if (response.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED) {
            response.setWWWAuthenticate("Basic realm=\"local\"");
        }
        return response;
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

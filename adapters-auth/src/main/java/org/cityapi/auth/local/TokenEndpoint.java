package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The token endpoint (RFC 6749, 3.2) with the client-credentials grant (4.4). */
final class TokenEndpoint {

    private static final int MAX_BODY = 8192;

    private final URI address;
    private final AccessTokens tokens;

    TokenEndpoint(URI address, AccessTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            LocalProvider.answer(exchange, 413, "application/json", new byte[0]);
            return;
        }
        try {
            TokenRequest request = TokenRequest.parse(request(exchange, body));
            LocalClient client =
                    client(request).orElseThrow(() -> new ParseException("No such client", OAuth2Error.INVALID_CLIENT));
            if (!request.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
                throw new ParseException("Another grant", OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            }
            BearerAccessToken token = new BearerAccessToken(tokens.tokenFor(client), AccessTokens.SECONDS, null);
            String json = new AccessTokenResponse(new Tokens(token, null))
                    .toJSONObject()
                    .toJSONString();
            LocalProvider.answer(exchange, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
        } catch (ParseException e) {
            refuse(exchange, Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST));
        } catch (IllegalArgumentException e) {
            refuse(exchange, OAuth2Error.INVALID_REQUEST);
        }
    }

    private HTTPRequest request(HttpExchange exchange, byte[] body) throws ParseException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, address);
        for (String name : new String[] {"Content-Type", "Authorization"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.setHeader(name, value);
            }
        }
        request.setBody(new String(body, StandardCharsets.UTF_8));
        return request;
    }

    private static Optional<LocalClient> client(TokenRequest request) {
        return request.getClientAuthentication() instanceof PlainClientSecret secret
                        && secret.getClientSecret().getValue().equals(LocalClient.SECRET)
                ? LocalClient.of(secret.getClientID().getValue())
                : Optional.empty();
    }

    private static void refuse(HttpExchange exchange, ErrorObject error) throws IOException {
        int status = error.getCode().equals(OAuth2Error.INVALID_CLIENT.getCode()) ? 401 : 400;
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"local\"");
        }
        String json = new TokenErrorResponse(new ErrorObject(error.getCode()))
                .toJSONObject()
                .toJSONString();
        LocalProvider.answer(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}

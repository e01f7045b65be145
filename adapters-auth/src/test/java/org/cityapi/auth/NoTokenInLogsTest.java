package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logs are read by more people than may hold a token: none is written, at whatever level. */
class NoTokenInLogsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getLevel() + " " + event.getFormattedMessage()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    @BeforeEach
    void listen() {
        root.iteratorForAppenders().forEachRemaining(console -> console.stop());
        everything.start();
        root.addAppender(everything);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.detachAppender(everything);
        root.iteratorForAppenders().forEachRemaining(console -> console.start());
    }

    @Test
    void noTokenIsLoggedAtAnyLevel() throws Exception {
        try (TestProvider provider = new TestProvider();
                EmbeddedServer server = SmallHouse.trusting(provider.trusted())) {
            root.setLevel(Level.TRACE);
            Caller caller = new Caller(server);
            String good = provider.token();
            String expired = provider.token(claims -> claims.expirationTime(Date.from(Instant.EPOCH)));
            for (String token : List.of(good, expired, good + "x", good.replace('.', '~'))) {
                caller.withToken("GET", "/open", token);
                caller.withToken("POST", "/cities", token);
                caller.withToken("GET", "/nowhere", token);
                caller.get("/open", "Authorization", "Token " + token);
                caller.get("/open", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token);
                caller.get("/open", "Cookie", "JWT=" + token);
            }
            provider.goesDown();
            caller.withToken("GET", "/open", provider.withHeader(header -> header.keyID("unknown")));

            assertThat(lines).anyMatch(line -> line.startsWith("io.micronaut"));
            String payload = good.split("[.]")[1];
            String signature = good.split("[.]")[2];
            assertThat(lines).noneMatch(line -> line.contains(payload) || line.contains(signature));
            assertThat(lines).noneMatch(line -> line.contains(expired.split("[.]")[2]));
        }
    }

    @Test
    void nothingOfASignInIsLoggedAtAnyLevel() throws Exception {
        try (TestProvider provider = new TestProvider();
                EmbeddedServer server =
                        SmallHouse.open(SmallHouse.SITE, List.of(provider.signIns.as("oidc")), provider.trusted())) {
            root.setLevel(Level.TRACE);
            Browser browser = new Browser(new Caller(server));
            provider.signIns.accessToken = provider.token();
            List<String> secrets = new ArrayList<>(List.of(TestSignIns.SECRET, SmallHouse.SITE.secretKey()));
            String answer = browser.goThere("oidc");
            secrets.addAll(browser.cookies.values());
            secrets.add(TestSignIns.fields(URI.create(answer).getRawQuery()).get("code"));
            secrets.add(TestSignIns.fields(URI.create(answer).getRawQuery()).get("state"));
            browser.comeBack(answer);
            secrets.addAll(browser.cookies.values());
            String form = browser.get("/form").body();
            secrets.add(form);
            browser.post("/fields", Map.of("name", "Ada", "csrf", form));
            browser.send("DELETE", "/posts", "", "X-CSRF-TOKEN", form);
            browser.send("DELETE", "/posts", "", "X-CSRF-TOKEN", form + "x");
            browser.comeBack(answer);
            browser.post("/logout", Map.of("csrf", form));
            secrets.add(provider.signIns.redeemed.get(0).get("code_verifier"));
            provider.signIns.given.forEach(
                    token -> secrets.addAll(List.of(token.split("[.]")).subList(1, 3)));
            provider.signIns.signer = claims -> provider.token() + "x";
            browser.signIn("oidc");

            assertThat(lines).anyMatch(line -> line.startsWith("io.micronaut"));
            for (String secret : secrets) {
                assertThat(lines.stream().filter(line -> ofThisProgram(line) && line.contains(secret)))
                        .as(secret)
                        .isEmpty();
            }
        }
    }

    /** The provider's own server and the JDK's client write down what they send. */
    private static boolean ofThisProgram(String line) {
        return !line.startsWith("com.sun.net.httpserver") && !line.startsWith("jdk.");
    }
}

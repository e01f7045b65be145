package org.cityapi.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.memory.Ports;
import org.cityapi.web.pages.cities.PageWarmUp;

/** The web module alone on a free port, over ports in memory. */
final class OnMemory implements RunningRegister {

    /** Keeps the beans of these tests out of applications that have others. */
    static final String ENVIRONMENT = "web-on-memory";

    private final EmbeddedServer server;

    /** @param settings names and values, by turns, that go before the usual ones */
    OnMemory(String... settings) {
        Map<String, Object> properties = new HashMap<>(ServerSettings.properties());
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.security.reject-not-found", false);
        properties.put("micronaut.security.endpoints.introspection.enabled", false);
        server = ApplicationContext.run(EmbeddedServer.class, properties, ENVIRONMENT);
    }

    @Override
    public int port() {
        return server.getPort();
    }

    /** What the register stands on. */
    Ports ports() {
        return server.getApplicationContext().getBean(Ports.class);
    }

    /** How often the search was asked to count. */
    int counts() {
        return server.getApplicationContext().getBean(CountedSearch.class).counts();
    }

    /** How often the search was asked to forgive typing errors. */
    int typos() {
        return server.getApplicationContext().getBean(CountedSearch.class).typos();
    }

    /** How often a form in parts did not prove that it comes from our page. */
    int refusedForms() {
        return server.getApplicationContext()
                .getBean(BrowsersOnMemory.BrowserOnMemory.class)
                .refused();
    }

    /** Says whether others are writing, so that nobody else can. */
    void busy(boolean now) {
        server.getApplicationContext().getBean(BusyWork.class).busy(now);
    }

    void broken(boolean now) {
        server.getApplicationContext().getBean(BusyWork.class).broken(now);
    }

    /** Takes files in. */
    PrepareImports preparing() {
        return server.getApplicationContext().getBean(PrepareImports.class);
    }

    /** Takes no imports any more. */
    void endImports() {
        server.getApplicationContext().getBean(ImportWorker.class).end();
    }

    /** As when it has just started. */
    void warmUp() {
        server.getApplicationContext().getBean(PageWarmUp.class).run();
    }

    /** As when it is told to stop. */
    void leave() {
        server.getApplicationContext().getBean(Leaving.class).begin();
    }

    @Override
    public String proof(String role) {
        return "Bearer " + role;
    }

    @Override
    public Set<String> routes() {
        return Routes.of(server.getApplicationContext());
    }

    @Override
    public void close() {
        server.close();
    }

    /** The answers to the same, sent twice while the store is held: the first cannot end before the second comes. */
    List<HttpResponse<String>> sentAtOnce(Supplier<HttpResponse<String>> sending) {
        List<CompletableFuture<HttpResponse<String>>> twins = ports().work().write(() -> {
            List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                            () -> CompletableFuture.supplyAsync(sending))
                    .limit(2)
                    .toList();
            CompletableFuture.anyOf(sent.get(0), sent.get(1))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
            return sent;
        });
        return twins.stream().map(CompletableFuture::join).toList();
    }
}

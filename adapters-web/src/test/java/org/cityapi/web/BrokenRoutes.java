package org.cityapi.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.ConnectException;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;

/** Routes on which something goes wrong, in both versions and where pages are, and such as refuse what browsers do. */
@Controller("/{place:api|pages}/{version:v[12]}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = OnMemory.ENVIRONMENT)
class BrokenRoutes {

    @Get("/fault")
    String fault(@PathVariable String version) {
        throw new IllegalStateException("SELECT secret FROM " + version);
    }

    @Get("/overflow")
    String overflow(@PathVariable String version) {
        throw new StackOverflowError(version);
    }

    /** Leaves time for a body, of which it takes no notice, to break off. */
    @Get("/late")
    @Produces(MediaType.TEXT_PLAIN)
    String late(@PathVariable String version) throws InterruptedException {
        Thread.sleep(600);
        return "late";
    }

    @Get("/store-away")
    String storeAway(@PathVariable String version) {
        throw new Rejection.Unavailable(new ConnectException("db.internal refuses " + version));
    }

    @Get("/writer-busy")
    String writerBusy(@PathVariable String version) {
        throw new Rejection.Unavailable(Dependency.WRITER, new ConnectException("lock.internal refuses " + version));
    }

    @Get("/nobody-knows")
    String nobodyKnows(@PathVariable String version) {
        throw new Rejection.Unavailable(Dependency.OUTCOME, new ConnectException("db.internal broke " + version));
    }

    @Get("/account-disabled")
    String accountDisabled(@PathVariable String version) {
        throw new Rejection.AccountDisabled();
    }

    @Get("/foreign-form")
    String foreignForm(@PathVariable String version) {
        throw new Rejection.CsrfRefused("no token");
    }

    @Get("/sign-in/{fault}")
    String signIn(@PathVariable String version, @PathVariable SignInFault fault) {
        throw new Rejection.SignInFailed(fault);
    }

    @Get("/provider-away")
    String providerAway(@PathVariable String version) {
        throw new Rejection.Unavailable(
                Dependency.IDENTITY_PROVIDER, new ConnectException("id.internal refuses " + version));
    }
}

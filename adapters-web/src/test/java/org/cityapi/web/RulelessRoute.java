package org.cityapi.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** A route whose author forgot to say who may use it. */
@Controller("/api/v2/ruleless")
@Requires(env = OnMemory.ENVIRONMENT)
class RulelessRoute {

    @Get
    String read() {
        return "open";
    }
}

/** Version 1 of the REST API: the simple contract, frozen. */
@OpenAPIGroupInfo(
        names = "v1",
        info =
                @OpenAPIDefinition(
                        info =
                                @Info(
                                        title = "City API, the simple contract",
                                        version = "1",
                                        description = "Frozen; version 2 goes on.",
                                        contact = @Contact(name = "City API"),
                                        license =
                                                @License(
                                                        name = "Apache-2.0",
                                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
                        servers = @Server(url = "/"),
                        tags = @Tag(name = "Cities", description = "List, read and edit cities.")))
@NullMarked
package org.cityapi.web.v1;

import io.micronaut.openapi.annotation.OpenAPIGroupInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;

/** Version 2 of the REST API. */
@OpenAPIGroupInfo(
        names = "v2",
        info =
                @OpenAPIDefinition(
                        info =
                                @Info(
                                        title = "City API",
                                        version = "2",
                                        description = "Finds cities, and lets people edit them safely.",
                                        contact = @Contact(name = "City API"),
                                        license =
                                                @License(
                                                        name = "Apache-2.0",
                                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
                        servers = @Server(url = "/"),
                        tags = {
                            @Tag(name = "Cities", description = "Find, read and edit cities."),
                            @Tag(name = "Changes", description = "What was changed, by whom, and back."),
                            @Tag(name = "Imports", description = "Take files of cities in, and back."),
                            @Tag(name = "Countries", description = "The countries that cities lie in."),
                            @Tag(name = "People", description = "Who calls, API tokens, users.")
                        }))
@NullMarked
package org.cityapi.web.v2;

import io.micronaut.openapi.annotation.OpenAPIGroupInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;

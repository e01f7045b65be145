package org.cityapi.web;

import io.micronaut.context.BeanContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a running application can be asked. */
public final class Routes {

    private static final Set<Class<?>> OF_TESTS = Set.of(BrokenRoutes.class, RulelessRoute.class);

    /** They come with each route that can be read. */
    private static final Set<String> IMPLIED = Set.of("HEAD", "OPTIONS");

    private Routes() {}

    /** All routes but those that tests add, such as {@code GET /api/v2/cities/{id}}. */
    public static Set<String> of(BeanContext application) {
        return application
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !OF_TESTS.contains(route.getTargetMethod().getDeclaringType()))
                .filter(route -> !IMPLIED.contains(route.getHttpMethodName()))
                .map(Routes::told)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toString();
        return route.getHttpMethodName() + " "
                + path.replaceAll("\\{[?&#][^}]*}", "").replaceAll("\\{/?(\\w+):[^}]*}", "{$1}");
    }
}

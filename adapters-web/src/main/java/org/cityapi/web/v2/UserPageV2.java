package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * One page of the users as version 2 sends it, in the order of their ids.
 *
 * @param nextCursor leads to the next page; null on the last
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record UserPageV2(List<UserV2> items, @Nullable String nextCursor) {

    private static final String LISTING = "users";

    /**
     * Which page a request asks for.
     *
     * @param after the id behind which it begins; null for the first
     * @param limit how many users it may have
     */
    record Asked(@Nullable UserId after, int limit) {

        /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every parameter that is wrong */
        static Asked of(HttpRequest<?> request, SignedCursors cursors) {
            QueryParameters parameters = QueryParameters.of(request, Set.of("limit", "cursor"), Set.of());
            int limit = Listing.limit(parameters);
            Optional<String> cursor = parameters.text("cursor");
            Optional<UserId> after = cursor.filter(cursors::isFormed)
                    .flatMap(formed -> cursors.read(LISTING, formed))
                    .map(place -> new UserId(new String(place, StandardCharsets.UTF_8)));
            if (cursor.isPresent() && after.isEmpty()) {
                parameters.violations().add("cursor", Fault.CURSOR);
            }
            parameters.violations().throwIfAny();
            return new Asked(after.orElse(null), limit);
        }
    }

    /** @param found one more than asked for where there are more */
    static UserPageV2 of(List<User> found, Asked asked, SignedCursors cursors) {
        boolean more = found.size() > asked.limit();
        List<User> shown = more ? found.subList(0, asked.limit()) : found;
        List<UserV2> items = shown.stream().map(UserV2::of).toList();
        return new UserPageV2(items, more ? cursorBehind(items.get(items.size() - 1), cursors) : null);
    }

    private static String cursorBehind(UserV2 last, SignedCursors cursors) {
        return cursors.write(LISTING, last.id().getBytes(StandardCharsets.UTF_8));
    }
}

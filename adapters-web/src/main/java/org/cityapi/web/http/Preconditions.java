package org.cityapi.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Set;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.ExpectedVersion;
import org.cityapi.domain.rejection.Rejection;

/**
 * The conditions that a request sets (RFC 9110, 13), in the order of 13.2.2: {@code If-Match}, then
 * {@code If-None-Match}. The conditions on dates are passed over, for no answer carries {@code Last-Modified}.
 */
public final class Preconditions {

    private Preconditions() {}

    /**
     * Which version a write means. A tag of any form will do, for it names the version.
     *
     * @param silent what holds where there is no {@code If-Match}
     */
    public static ExpectedVersion ofWrite(HttpRequest<?> request, CityId id, ExpectedVersion silent) {
        ExpectedVersion expected = expected(request, id, silent);
        TagList unwanted = TagList.of(request, HttpHeaders.IF_NONE_MATCH);
        return unwanted.absent()
                ? expected
                : new ExpectedVersion.Except(expected, versions(unwanted.any(), ETags.versions(unwanted.weak(), id)));
    }

    /**
     * Refuses an addition whose conditions do not hold of the list that it is added to: the list is there, and what it
     * looks like at the moment no tag tells.
     *
     * @throws HttpStatusException (412) when {@code If-Match} names a tag, or {@code If-None-Match} is a star
     */
    public static void checkAddition(HttpRequest<?> request) {
        TagList wanted = TagList.of(request, HttpHeaders.IF_MATCH);
        if (!wanted.absent() && !wanted.any()) {
            throw new HttpStatusException(HttpStatus.PRECONDITION_FAILED, HttpHeaders.IF_MATCH);
        }
        if (TagList.of(request, HttpHeaders.IF_NONE_MATCH).any()) {
            throw new HttpStatusException(HttpStatus.PRECONDITION_FAILED, HttpHeaders.IF_NONE_MATCH);
        }
    }

    /**
     * Whether the reader of a city has this answer already, so that 304 is due.
     *
     * @throws Rejection.Stale when {@code If-Match} means another version
     */
    public static boolean isKnown(HttpRequest<?> request, City city, String tag) {
        expected(request, city.id(), new ExpectedVersion.Any()).check(city);
        return isListed(request, tag);
    }

    /**
     * Whether the version of a city could tell that its reader has the answer already. Where there is an {@code If-Match}
     * it cannot: the city is needed for the refusal.
     */
    static boolean versionMayTell(HttpRequest<?> request, CityId id) {
        TagList known = TagList.of(request, HttpHeaders.IF_NONE_MATCH);
        return TagList.of(request, HttpHeaders.IF_MATCH).absent()
                && (known.any() || !ETags.versions(known.weak(), id).isEmpty());
    }

    /**
     * Whether a write means the thing as it is now, which has this tag; one that does not say means whatever is there.
     */
    public static boolean isMeant(HttpRequest<?> request, String tag) {
        return isWanted(request, tag) && !isListed(request, tag);
    }

    /**
     * Whether the reader of a thing without versions has this answer already, so that 304 is due.
     *
     * @throws HttpStatusException (412) when {@code If-Match} means another
     */
    public static boolean isKnown(HttpRequest<?> request, String tag) {
        if (!isWanted(request, tag)) {
            throw new HttpStatusException(HttpStatus.PRECONDITION_FAILED, "If-Match");
        }
        return isListed(request, tag);
    }

    private static boolean isWanted(HttpRequest<?> request, String tag) {
        TagList wanted = TagList.of(request, HttpHeaders.IF_MATCH);
        return wanted.absent() || wanted.any() || wanted.strong().contains(tag);
    }

    static boolean isListed(HttpRequest<?> request, String tag) {
        TagList known = TagList.of(request, HttpHeaders.IF_NONE_MATCH);
        return known.any() || known.weak().contains(tag);
    }

    private static ExpectedVersion expected(HttpRequest<?> request, CityId id, ExpectedVersion silent) {
        TagList wanted = TagList.of(request, HttpHeaders.IF_MATCH);
        return wanted.absent() ? silent : versions(wanted.any(), ETags.versions(wanted.strong(), id));
    }

    private static ExpectedVersion versions(boolean any, Set<Long> versions) {
        return any ? new ExpectedVersion.Present() : new ExpectedVersion.OneOf(versions);
    }
}

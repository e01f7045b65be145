package org.cityapi.web.http;

import java.util.regex.Pattern;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.user.UserId;

/** Ids as they stand in paths. */
public final class PathIds {

    private static final Pattern USER = Pattern.compile("usr_[0-9a-f]{32}");
    private static final Pattern TOKEN = Pattern.compile("tok_[0-9a-f]{32}");

    private PathIds() {}

    /**
     * The id that these digits are, none in front of which is a zero; the routes let only digits through. What is too
     * large for an id stands for the largest, which nobody has: who may write, and what, is judged before that.
     */
    public static CityId city(String digits) {
        try {
            return new CityId(Long.parseLong(digits));
        } catch (IllegalArgumentException e) {
            return new CityId(Long.MAX_VALUE);
        }
    }

    /** The id that these digits are; as {@link #city}. */
    public static ImportId imported(String digits) {
        return new ImportId(city(digits).value());
    }

    /** The id that these digits are; as {@link #city}. */
    public static DraftId draft(String digits) {
        return new DraftId(city(digits).value());
    }

    /** @throws Rejection.NotFound when no user can have such an id */
    public static UserId user(String text) {
        if (!USER.matcher(text).matches()) {
            throw new Rejection.NotFound(new Thing("user", text));
        }
        return new UserId(text);
    }

    /** @throws Rejection.NotFound when no API token can have such an id */
    public static ApiTokenId token(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new Rejection.NotFound(new Thing("token", text));
        }
        return new ApiTokenId(text);
    }
}

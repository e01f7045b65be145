package org.cityapi.persistence.redis;

import io.lettuce.core.RedisURI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Redis is.
 *
 * @param uris one server, or some nodes of a cluster, as the driver reads them
 * @param cluster whether they are a cluster's
 */
public record RedisAddress(List<String> uris, boolean cluster) {

    private static final Pattern FORM = Pattern.compile(
            "(?<start>rediss?://(?:[^/@,?#\\s]*@)?)(?<place>([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?)(?:/(?<database>\\d{0,4}))?(?:\\?(?<query>.*))?");

    /** Of the driver: a connection that cannot be made in that time is tried again later. */
    private static final String PATIENCE = "?timeout=1s";

    /**
     * Reads {@code redis://user:password@host:6379/0}, or {@code rediss://} for TLS. Several addresses with commas between
     * them are nodes of one cluster, as is a single one with {@code ?cluster=true}.
     *
     * @throws IllegalArgumentException saying what is wrong, without the address: it may hold a password
     */
    public static RedisAddress of(String text) {
        List<String> uris = new ArrayList<>();
        boolean cluster = text.contains(",");
        for (String each : text.split(",", -1)) {
            Matcher form = FORM.matcher(each);
            if (!form.matches() || !isReadable(form.group("start") + form.group("place"))) {
                throw new IllegalArgumentException(
                        "must be like redis://user:password@host:6379/0 or rediss://host:6379;"
                                + " percent-encode special characters in the password");
            }
            if (form.group("query") != null && !form.group("query").equals("cluster=true")) {
                throw new IllegalArgumentException("has an unknown parameter; known is cluster=true");
            }
            cluster |= form.group("query") != null;
            String database = form.group("database") == null ? "" : form.group("database");
            if (cluster && !database.isEmpty() && Integer.parseInt(database) != 0) {
                throw new IllegalArgumentException("names a database; a cluster has number 0 alone");
            }
            uris.add(form.group("start") + form.group("place") + "/" + database + PATIENCE);
        }
        return new RedisAddress(List.copyOf(uris), cluster);
    }

    private static boolean isReadable(String uri) {
        try {
            return !RedisURI.create(uri).getHost().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The settings with which Micronaut makes the driver's client. */
    public Map<String, Object> properties() {
        return Map.of(
                RedisLink.PROPERTY,
                toString(),
                cluster ? "redis.uris" : "redis.uri",
                cluster ? uris : uris.get(0),
                // Without Redis the register is slower, not unfit to serve.
                "redis.health.enabled",
                false);
    }

    /** The places without login and parameters. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                uris.stream()
                        .map(uri -> uri.replaceFirst("//[^@]*@", "//").replace(PATIENCE, ""))
                        .toList());
    }
}

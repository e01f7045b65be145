package org.cityapi.persistence.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is, and who opens it.
 *
 * @param jdbc the address in the form of JDBC, without user and password
 * @param user null when the driver is to choose, which is the user of the operating system
 * @param password null when none is needed
 */
public record PostgresUrl(
        String jdbc, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:postgresql://";
    private static final String HOST = "(?:[^/@?:,\\[\\]]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<login>[^/@]*)@)?(?<hosts>" + HOST + "(?:," + HOST + ")*)/(?<name>[^/?@]+)(?:\\?(?<query>.*))?");

    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})(?:,|$)");
    private static final int LAST_PORT = 65_535;

    /** What can be printed of a parameter: anything else may be a piece of a password. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]+");

    /** The driver's names of the parameters that may be set; all others are the register's own, or would spoil them. */
    private static final Set<String> PARAMETERS = Set.of(
            "ssl",
            "sslmode",
            "sslNegotiation",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "sslpassword",
            "channelBinding",
            "gssEncMode",
            "targetServerType",
            "loadBalanceHosts",
            "hostRecheckSeconds");

    /** The same as libpq calls them, in lower case and without underscores where only these differ. */
    private static final Map<String, String> OF_LIBPQ = Map.of("targetsessionattrs", "targetServerType");

    /** What libpq says with other values; the driver takes no server for the primary that only reads. */
    private static final Map<String, String> VALUES = Map.of(
            "targetServerType=read-write", "targetServerType=primary",
            "targetServerType=standby", "targetServerType=secondary",
            "targetServerType=prefer-standby", "targetServerType=preferSecondary",
            "loadBalanceHosts=random", "loadBalanceHosts=true");

    private static final String PRIMARY = "targetServerType=primary";

    /** Whether the text is meant to be such an address. */
    public static boolean isMeantBy(String text) {
        return text.startsWith(JDBC) || text.startsWith("postgres://") || text.startsWith("postgresql://");
    }

    /**
     * Reads {@code postgres://user:password@host:5432/name?sslmode=require}, or the same in the form of JDBC.
     *
     * @throws IllegalArgumentException saying what is wrong, without the address: it may hold a password
     */
    public static PostgresUrl of(String text) {
        return of(text, PostgresUrl::takePrimary);
    }

    /**
     * Reads the address of a server that is only read from; of several, one that follows another is taken if there is one.
     *
     * @throws IllegalArgumentException saying what is wrong, without the address
     */
    public static PostgresUrl ofReplica(String text) {
        return of(text, PostgresUrl::takeReplica);
    }

    private static PostgresUrl of(String text, BiConsumer<List<String>, Boolean> taking) {
        Matcher form = FORM.matcher(text.replaceFirst("^(?:jdbc:)?postgres(?:ql)?://", ""));
        if (!isMeantBy(text) || !form.matches() || !arePorts(form.group("hosts"))) {
            throw new IllegalArgumentException("must be like postgres://user:password@host:5432/cities;"
                    + " percent-encode special characters in the password");
        }
        String[] login = form.group("login") == null
                ? new String[0]
                : form.group("login").split(":", 2);
        String user = login.length > 0 && !login[0].isEmpty() ? decoded(login[0]) : null;
        String password = login.length > 1 ? decoded(login[1]) : null;
        List<String> parameters = new ArrayList<>();
        String query = form.group("query");
        for (String parameter : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] pair = parameter.split("=", 2);
            String value = pair.length == 2 ? pair[1] : "";
            switch (pair[0]) {
                case "user" -> user = decoded(value);
                case "password" -> password = decoded(value);
                default -> {
                    String known = name(pair[0]) + '=' + value;
                    parameters.add(VALUES.getOrDefault(known, known));
                }
            }
        }
        taking.accept(parameters, form.group("hosts").contains(","));
        String address = JDBC + form.group("hosts") + '/' + form.group("name");
        return new PostgresUrl(
                parameters.isEmpty() ? address : address + '?' + String.join("&", parameters), user, password);
    }

    private static boolean arePorts(String hosts) {
        return PORT.matcher(hosts)
                .results()
                .mapToInt(port -> Integer.parseInt(port.group(1)))
                .allMatch(port -> port > 0 && port <= LAST_PORT);
    }

    /** Of several servers the one that writes: what the others read may be old. */
    private static void takePrimary(List<String> parameters, boolean areSeveral) {
        List<String> types = parameters.stream()
                .filter(each -> each.startsWith("targetServerType="))
                .toList();
        if (types.stream().anyMatch(each -> !each.equals(PRIMARY))) {
            throw new IllegalArgumentException("must lead to the primary server: target_session_attrs=primary");
        }
        if (areSeveral && types.isEmpty()) {
            parameters.add(PRIMARY);
        }
    }

    private static void takeReplica(List<String> parameters, boolean areSeveral) {
        if (areSeveral && parameters.stream().noneMatch(each -> each.startsWith("targetServerType="))) {
            parameters.add("targetServerType=preferSecondary");
        }
    }

    private static String name(String parameter) {
        String plain = parameter.replace("_", "").toLowerCase(Locale.ROOT);
        String meant = OF_LIBPQ.getOrDefault(plain, plain);
        return PARAMETERS.stream()
                .filter(meant::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("has a parameter"
                        + (PLAIN.matcher(parameter).matches() ? " " + parameter : "")
                        + " that cannot be set; these can: "
                        + String.join(", ", PARAMETERS.stream().sorted().toList())));
    }

    private static String decoded(String text) {
        try {
            // A plus sign means itself in this part of an address (RFC 3986, 3.2.1).
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "has a percent sign in user or password that stands for nothing; write it as %25", e);
        }
    }

    /** Who opens it, as the driver reads it. */
    Properties login() {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    /** A message of the driver without the address, whose parameters may hold secrets. */
    public String strip(String message) {
        return message.replace(jdbc, toString()).replaceAll("jdbc:postgresql:\\S*", toString());
    }

    /** The address without its parameters; nothing of the password. */
    @Override
    public String toString() {
        return jdbc.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }
}

package org.cityapi.auth;

import io.micronaut.runtime.server.EmbeddedServer;
import java.util.function.UnaryOperator;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;

/** What an administrator does to accounts meanwhile. */
final class Accounts {

    private Accounts() {}

    static void disable(EmbeddedServer server, String issuer, String subject) {
        change(server, issuer, subject, account -> account.withDisabled(true));
    }

    static void give(EmbeddedServer server, String issuer, String subject, Role role) {
        change(server, issuer, subject, account -> account.withRole(role));
    }

    private static void change(EmbeddedServer server, String issuer, String subject, UnaryOperator<Account> change) {
        Ports ports = server.getApplicationContext().getBean(Ports.class);
        ports.work().write(() -> {
            User user = ports.users()
                    .find(UserId.of(issuer, subject))
                    .orElseGet(() -> User.first(new Identity(issuer, subject, null, null)));
            ports.users().save(user.with(change.apply(user.account())));
            return user;
        });
    }
}

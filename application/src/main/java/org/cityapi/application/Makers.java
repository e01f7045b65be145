package org.cityapi.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.domain.user.UserRepository;

/** Names those who made changes; looks each up once. */
final class Makers {

    private final UserRepository users;

    Makers(UserRepository users) {
        this.users = users;
    }

    List<NamedChange> named(List<LoggedChange> changes) {
        Map<UserId, String> names = new HashMap<>();
        return changes.stream()
                .map(logged -> {
                    UserId by = logged.change().by();
                    return new NamedChange(logged, by == null ? null : names.computeIfAbsent(by, this::name));
                })
                .toList();
    }

    /** One who was never kept is called by his id. */
    private String name(UserId id) {
        return users.find(id).map(User::name).orElse(id.value());
    }
}

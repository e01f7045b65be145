package org.cityapi.web.pages;

import java.util.List;

/**
 * The identity providers that people may sign in with, in the order in which they are offered.
 *
 * @param all empty where there is none
 */
public record SignInChoices(List<Choice> all) {

    public SignInChoices {
        all = List.copyOf(all);
    }

    /** How people call a provider; one that is not offered any more goes by its name in addresses. */
    String title(String name) {
        return all.stream()
                .filter(choice -> choice.name().equals(name))
                .map(Choice::title)
                .findFirst()
                .orElse(name);
    }

    /**
     * One provider.
     *
     * @param name as in addresses
     * @param title as people call it
     */
    public record Choice(String name, String title) {

        /** Where a sign-in with it begins. */
        public String path() {
            return "/oauth/login/" + name;
        }
    }
}

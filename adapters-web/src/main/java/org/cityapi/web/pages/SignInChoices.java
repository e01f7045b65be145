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

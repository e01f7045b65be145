package org.cityapi.web;

import io.micronaut.context.MessageSource.MessageContext;
import io.micronaut.context.i18n.ResourceBundleMessageSource;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts for people, from the message files, one file a language. */
@Singleton
public final class Messages {

    private final ResourceBundleMessageSource texts =
            new ResourceBundleMessageSource("org.cityapi.web.messages", Locale.ENGLISH);

    /**
     * The text of that key.
     *
     * @param values what stands for the names in braces
     * @throws IllegalArgumentException when no message file has the key
     */
    public String get(Locale language, String key, Map<String, Object> values) {
        return find(language, key, values).orElseThrow(() -> new IllegalArgumentException("No text for " + key));
    }

    public Optional<String> find(Locale language, String key, Map<String, Object> values) {
        return texts.getMessage(key, MessageContext.of(language, values));
    }
}

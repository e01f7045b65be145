package org.cityapi.web.pages;

import io.micronaut.context.MessageSource.MessageContext;
import io.micronaut.context.i18n.ResourceBundleMessageSource;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Words of templates that code puts together, such as the title of a filtered list. */
@Singleton
public final class PageWords {

    private final ResourceBundleMessageSource texts = new PageTexts().texts();

    /** The text of a key that a template has, too; without arguments. */
    public String of(Locale language, String key) {
        return texts.getMessage(key, MessageContext.of(language))
                .orElseThrow(() -> new IllegalArgumentException("No text for " + key));
    }
}

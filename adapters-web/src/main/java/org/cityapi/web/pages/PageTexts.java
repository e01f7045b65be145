package org.cityapi.web.pages;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.i18n.ResourceBundleMessageSource;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Lets templates find their texts, from the message files of this package, one file a language. */
@Factory
final class PageTexts {

    @Singleton
    ResourceBundleMessageSource texts() {
        return new ResourceBundleMessageSource("org.cityapi.web.pages.texts", Locale.ENGLISH);
    }
}

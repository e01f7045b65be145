package org.cityapi.web.pages.imports;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.web.problem.FaultWords;
import org.cityapi.web.v2.ImportTexts;

/** What is wrong in a file, for people, who are told what to do about its cells. */
@Singleton
final class RowWords {

    private final ImportTexts texts;
    private final FaultWords words;

    RowWords(ImportTexts texts, FaultWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** What is wrong there, without saying where. */
    String text(RowFault fault, Locale language) {
        boolean isOfCell = fault.row() > 0 && fault.column() != null;
        return isOfCell
                ? words.of(fault.fault(), fault.details(), language).orElseGet(() -> texts.text(fault, language))
                : texts.text(fault, language);
    }

    /** Why a row is refused, in one text. */
    String reason(List<RowFault> faults, Locale language) {
        return faults.stream()
                .map(fault -> (fault.column() == null ? "" : fault.column() + " – ") + text(fault, language))
                .collect(Collectors.joining(" "));
    }
}

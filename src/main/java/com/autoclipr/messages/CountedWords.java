package com.autoclipr.messages;

import java.math.BigDecimal;
import java.util.Locale;

/// Singular or plural after a number: `{frames?frame:frames}` in a sentence.
final class CountedWords {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private CountedWords() {}

    /// Whether a number takes the singular: in English only 1, in French everything below 2, such
    /// as 0, 0.5 and 1.97.
    ///
    /// @param number as displayed; anything but a number takes the plural
    static boolean isOne(String number, Locale locale) {
        if (!number.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            return false;
        }
        BigDecimal size = new BigDecimal(number).abs();
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage())
                ? size.compareTo(TWO) < 0
                : number.equals("1");
    }
}

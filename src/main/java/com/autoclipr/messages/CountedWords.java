package com.autoclipr.messages;

import java.math.BigDecimal;
import java.util.Locale;

/// Which form of a word goes with a number: `{frames?frame:frames}` in a sentence.
final class CountedWords {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private CountedWords() {}

    /// Whether a number takes the singular. In English only 1 does; in French whatever is less than
    /// two: 0, 0.5 and 1.97 too.
    ///
    /// @param number as it is shown; what is not a number takes the plural
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

package com.autoclipr.export.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the size limit of a chunk store: a number of bytes, optionally with a binary suffix `K`,
/// `M`, `G` or `T`, such as `10G` or `500M`.
public final class StoreLimit {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([KMGT]?)(I?B)?");
    private static final String MULTIPLES = "KMGT";

    private StoreLimit() {}

    /// Returns the limit in bytes.
    ///
    /// @throws IllegalArgumentException if the text is not a size
    public static long parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        int power = form.group(2).isEmpty() ? 0 : MULTIPLES.indexOf(form.group(2)) + 1;
        try {
            return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << (10 * power));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too large a size: " + text, e);
        }
    }
}

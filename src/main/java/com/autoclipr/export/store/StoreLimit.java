package com.autoclipr.export.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How people say how large a chunk store may be: a number of bytes, or of binary multiples with
/// `K`, `M`, `G` or `T` behind it, such as `10G` or `500M`.
public final class StoreLimit {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s*([KMGT]?)(I?B)?");
    private static final String MULTIPLES = "KMGT";

    private StoreLimit() {}

    /// Bytes.
    ///
    /// @throws IllegalArgumentException if it is no such text
    public static long parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("no size: " + text);
        }
        int power = form.group(2).isEmpty() ? 0 : MULTIPLES.indexOf(form.group(2)) + 1;
        try {
            return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << (10 * power));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too large a size: " + text, e);
        }
    }
}

package com.autoclipr.export.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// The id of an export: the time of its request (UTC, to the millisecond) and five random
/// characters, such as `20260314-150926-535-k3f9q`. Ids sort chronologically as strings. An id is a
/// valid file name on all systems and never affects an output.
///
/// @param text the whole id
public record ExportId(String text) implements Comparable<ExportId> {
    private static final Pattern FORM =
            Pattern.compile("\\d{8}-\\d{6}-\\d{3}-[0-9abcdefghjkmnpqrstvwxyz]{5}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// Crockford's base 32, without letters that look like digits.
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int DIGIT_COUNT = 5;

    public ExportId {
        if (!isId(text)) {
            throw new IllegalArgumentException("not an export id: " + text);
        }
    }

    /// Whether `text` has the form of an id.
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    /// @param at time of the request
    /// @param chance random number, of which the lowest 25 bits are used
    public static ExportId of(Instant at, long chance) {
        StringBuilder text = new StringBuilder(TIME.format(at)).append('-');
        for (int i = 0; i < DIGIT_COUNT; i++) {
            text.append(DIGITS.charAt((int) (chance >>> (5 * i)) & 31));
        }
        return new ExportId(text.toString());
    }

    @Override
    public int compareTo(ExportId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

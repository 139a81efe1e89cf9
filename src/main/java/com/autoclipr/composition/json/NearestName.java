package com.autoclipr.composition.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name that was probably meant.
public final class NearestName {
    /// Longer names than this have no near one; bounds the work.
    private static final int LONGEST = 40;

    private NearestName() {}

    /// The nearest of `known` if it is near: at most a third of its letters differ, and at most
    /// three. Case, `-` and `_` do not count. Of equally near ones, the first.
    static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(name);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(plain, plain(candidate));
            int allowed = Math.min(3, Math.max(1, candidate.length() / 3));
            if (distance < least && distance <= allowed && distance < candidate.length()) {
                nearest = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /// Damerau-Levenshtein distance, each piece changed once (optimal string alignment):
    /// insertions, deletions, substitutions and swaps of neighbours.
    static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            table[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            table[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(
                                table[i - 1][j - 1] + change,
                                Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        return table[a.length()][b.length()];
    }
}

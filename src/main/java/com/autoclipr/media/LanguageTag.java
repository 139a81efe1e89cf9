package com.autoclipr.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language in one form, whichever of ISO 639-1, 639-2/T, 639-2/B and BCP 47 it was written in:
/// `fr`, `fra` and `fre` are the same.
///
/// @param subtags in small letters: the language (two letters where ISO 639-1 has them), then what
///   narrows it, such as a region
record LanguageTag(List<String> subtags) {
    /// What files say that do not know.
    static final String UNKNOWN = "und";

    /// ISO 639-2/B, where it is not 639-2/T.
    private static final Map<String, String> BIBLIOGRAPHIC =
            Stream.of(
                            "alb sqi, arm hye, baq eus, bur mya, chi zho, cze ces, dut nld, fre fra",
                            "geo kat, ger deu, gre ell, ice isl, mac mkd, mao mri, may msa, per fas",
                            "rum ron, slo slk, tib bod, wel cym, scc srp, scr hrv")
                    .flatMap(row -> Stream.of(row.split(", ", -1)))
                    .map(pair -> pair.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final Map<String, String> SHORT =
            Stream.of(Locale.getISOLanguages())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    code -> Locale.of(code).getISO3Language(),
                                    code -> code,
                                    // Codes that were replaced (iw) beside those that replace them.
                                    LanguageTag::current));

    /// Languages that are also tagged as the one that they belong to (ISO 639-3, macrolanguages).
    private static final Map<String, String> BELONGS_TO =
            Map.of("nb", "no", "nn", "no", "cmn", "zh", "yue", "zh", "arb", "ar", "arz", "ar");

    LanguageTag {
        subtags = List.copyOf(subtags);
    }

    private static String current(String one, String other) {
        return Locale.of(one).getLanguage().equals(one) ? one : other;
    }

    static LanguageTag of(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("[-_]", -1);
        String written = parts[0].isEmpty() ? UNKNOWN : parts[0];
        String terminological = BIBLIOGRAPHIC.getOrDefault(written, written);
        String language = SHORT.getOrDefault(terminological, terminological);
        if (language.length() == 2) {
            language = Locale.of(language).getLanguage();
        }
        List<String> subtags = new ArrayList<>();
        if (BELONGS_TO.containsKey(language)) {
            subtags.add(BELONGS_TO.get(language));
        }
        subtags.add(language);
        for (int i = 1; i < parts.length; i++) {
            boolean said = parts[i].isEmpty() || subtags.contains(parts[i]);
            if (!said) {
                subtags.add(parts[i]);
            }
        }
        return new LanguageTag(subtags);
    }

    /// How well `found` answers this: 3 the same, 2 the same and narrower (`fr-CA` for `fr`), 1 the
    /// same but wider (`fr` for `fr-CA`), 0 another language.
    int nearnessOf(LanguageTag found) {
        if (!subtags.getFirst().equals(found.subtags.getFirst())) {
            return 0;
        }
        if (subtags.equals(found.subtags)) {
            return 3;
        }
        if (found.subtags.containsAll(subtags)) {
            return 2;
        }
        return subtags.containsAll(found.subtags) ? 1 : 0;
    }
}

package com.autoclipr.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language, normalised from ISO 639-1, 639-2/T, 639-2/B or BCP 47: `fr`, `fra` and `fre` are
/// equal.
///
/// @param language in lower case: the ISO 639-1 code if there is one, and the macrolanguage if it
///   belongs to one
/// @param rest further subtags, such as a region
record LanguageTag(String language, List<String> rest) {
    /// Tags for an unknown language.
    static final String UNKNOWN = "und";

    /// ISO 639-2/B codes that differ from 639-2/T.
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
                                    // Deprecated codes (iw) and their replacements.
                                    LanguageTag::current));

    /// Languages that are often tagged by their macrolanguage (ISO 639-3).
    private static final Map<String, String> BELONGS_TO =
            Map.of("nb", "no", "nn", "no", "cmn", "zh", "yue", "zh", "arb", "ar", "arz", "ar");

    LanguageTag {
        rest = List.copyOf(rest);
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
        List<String> rest = new ArrayList<>();
        String widest = BELONGS_TO.getOrDefault(language, language);
        if (!widest.equals(language)) {
            rest.add(language);
        }
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                rest.add(parts[i]);
            }
        }
        return new LanguageTag(widest, rest);
    }

    /// How well `found` matches this tag: 3 equal, 2 more specific (`fr-CA` for `fr`), 1 less
    /// specific (`fr` for `fr-CA`), 0 another language.
    int nearnessOf(LanguageTag found) {
        if (!language.equals(found.language)) {
            return 0;
        }
        if (rest.equals(found.rest)) {
            return 3;
        }
        if (found.rest.containsAll(rest)) {
            return 2;
        }
        return rest.containsAll(found.rest) ? 1 : 0;
    }
}

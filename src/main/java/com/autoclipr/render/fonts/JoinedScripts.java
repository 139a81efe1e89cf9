package com.autoclipr.render.fonts;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Cursive scripts, to whose letters no spacing is applied, because it would break words apart (CSS
/// Text 4, section 8.3; here all scripts with joining types in Unicode's ArabicShaping).
public final class JoinedScripts {
    private static final Set<UnicodeScript> JOINED =
            EnumSet.of(
                    UnicodeScript.ARABIC,
                    UnicodeScript.SYRIAC,
                    UnicodeScript.NKO,
                    UnicodeScript.MANDAIC,
                    UnicodeScript.MONGOLIAN,
                    UnicodeScript.PHAGS_PA,
                    UnicodeScript.MANICHAEAN,
                    UnicodeScript.PSALTER_PAHLAVI,
                    UnicodeScript.ADLAM,
                    UnicodeScript.HANIFI_ROHINGYA,
                    UnicodeScript.SOGDIAN,
                    UnicodeScript.CHORASMIAN,
                    UnicodeScript.OLD_UYGHUR);

    private JoinedScripts() {}

    /// For each cluster, whether it belongs to a cursive script. Common characters (spaces, digits,
    /// punctuation) follow the cluster before them.
    public static List<Boolean> joined(List<Cluster> clusters) {
        List<Boolean> joined = new ArrayList<>(clusters.size());
        boolean last = false;
        for (Cluster cluster : clusters) {
            UnicodeScript script = script(cluster);
            if (script != UnicodeScript.COMMON) {
                last = JOINED.contains(script);
            }
            joined.add(last);
        }
        return joined;
    }

    /// Unicode names of the cursive scripts among the clusters.
    public static Set<String> names(List<Cluster> clusters) {
        Set<String> names = new TreeSet<>();
        for (Cluster cluster : clusters) {
            UnicodeScript script = script(cluster);
            if (JOINED.contains(script)) {
                names.add(script.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return names;
    }

    private static UnicodeScript script(Cluster cluster) {
        return cluster.text()
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(
                        script ->
                                script != UnicodeScript.COMMON
                                        && script != UnicodeScript.INHERITED
                                        && script != UnicodeScript.UNKNOWN)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }
}

package com.autoclipr.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No sentence says "1 workers", in either language.
class CountedWordsTest {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)");

    /// A number, and a word or a verb of which there are several.
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "(?<![\\w.,/])[01]"
                            + " (\\p{L}{2,}[sx]\\b(?<!\\b(?:is|was|has|px|fps|fois|dans))|(\\p{L}+"
                            + " )?(are|were|sont)\\b)");

    private static final Pattern FORMS = Pattern.compile("\\{([a-zA-Z]+)\\?([^:}]*):([^}]*)\\}");

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(bundle(locale).keySet());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "com.autoclipr.messages.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The text with all its facts being `number`.
    private static String text(Locale locale, String key, String number) {
        String template = bundle(locale).getString(key);
        String[] facts =
                NAME.matcher(template)
                        .results()
                        .flatMap(name -> Stream.of(name.group(1), number))
                        .toArray(String[]::new);
        return Sentences.in(locale).text(key, facts);
    }

    private static List<String> plurals(Locale locale, String number) {
        List<String> found = new ArrayList<>();
        for (String key : keys(locale)) {
            String text = text(locale, key, number);
            if (SEVERAL.matcher(text).find()) {
                found.add(text);
            }
        }
        return found;
    }

    @Test
    void oneIsNotSeveral() {
        assertTrue(keys(Locale.ENGLISH).size() > 100);
        assertEquals(List.of(), plurals(Locale.ENGLISH, "1"));
        assertEquals(List.of(), plurals(Locale.FRENCH, "1"));
    }

    @Test
    void noneIsNotSeveralInFrench() {
        assertEquals(List.of(), plurals(Locale.FRENCH, "0"));
    }

    @Test
    void twoAreSeveral() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            int forms = 0;
            for (String key : keys(locale)) {
                String template = bundle(locale).getString(key);
                for (var form : FORMS.matcher(template).results().toList()) {
                    forms++;
                    assertTrue(text(locale, key, "2").contains(form.group(3)), template);
                    assertTrue(text(locale, key, "1").contains(form.group(2)), template);
                    assertFalse(form.group(2).equals(form.group(3)), template);
                }
            }
            assertTrue(forms > 8, "forms: " + forms);
        }
    }

    @Test
    void aWordGoesWithItsNumber() {
        Decision one =
                Decision.of(DecisionKind.WORKERS_LIMITED)
                        .with(Fact.REQUESTED, "4")
                        .with(Fact.WORKERS, "1")
                        .with(Fact.MEMORY, "1073741824");
        assertEquals(
                "Memory (1.0 GiB) limits the export to 1 worker instead of 4; the result is the"
                        + " same.",
                Sentences.in(Locale.ENGLISH).of(one));
        assertEquals(
                "Memory limits the export; the result is the same.",
                Sentences.in(Locale.ENGLISH).of(Decision.of(DecisionKind.WORKERS_LIMITED)));
        assertEquals(
                "This is too large: at most 1 byte is read.",
                Sentences.in(Locale.ENGLISH)
                        .of(Problem.of(ProblemKind.TOO_LARGE, "", "limit", "1", "unit", "bytes")));
        Sentences french = Sentences.in(Locale.CANADA_FRENCH);
        assertEquals(
                "La cadence a été adaptée à 1.5 image par seconde.",
                french.of(Decision.of(DecisionKind.FRAME_RATE_CONFORMED).with(Fact.FPS, "1.5")));
        assertEquals(
                "La cadence a été adaptée à 30000/1001 images par seconde.",
                french.of(
                        Decision.of(DecisionKind.FRAME_RATE_CONFORMED)
                                .with(Fact.FPS, "30000/1001")));
    }
}

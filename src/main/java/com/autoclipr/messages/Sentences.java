package com.autoclipr.messages;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns problems, failures and decisions into sentences in English or French.
///
/// The sentences are in `messages.properties` and `messages_fr.properties`: `{name}` is a fact,
/// `{name|size}` a number of bytes, `{name?frame:frames}` singular or plural after the number
/// `name`, and text in `[ ]` is omitted if one of its facts is unknown. A fact that is a token is
/// replaced by its words.
public final class Sentences {
    private static final String BUNDLE = "com.autoclipr.messages.messages";

    /// An optional part or a fact.
    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)\\]|(\\{[^}]*\\})");

    private static final Pattern FACT =
            Pattern.compile("\\{([A-Za-z]+)(?:(\\|size)|\\?([^:{}]*):([^:{}]*))?\\}");

    /// Replaces an unknown fact outside an optional part.
    private static final String UNKNOWN = "…";

    private final ResourceBundle messages;
    private final Locale locale;

    private Sentences(ResourceBundle messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /// French for French-speaking locales, English for all others.
    public static Sentences in(Locale locale) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Sentences(ResourceBundle.getBundle(BUNDLE, locale, control), locale);
    }

    public Locale locale() {
        return locale;
    }

    public String of(Problem problem) {
        return sentence("problem", problem.kind().token(), problem.facts());
    }

    public String of(Failure failure) {
        return sentence("failure", failure.kind().token(), failure.facts());
    }

    public String of(Decision decision) {
        return sentence("decision", decision.kind().token(), decision.facts());
    }

    /// The text with this key, with facts as name, value, name, value…
    public String text(String key, String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fill(messages.getString(key), facts);
    }

    /// A layer is named by the id that the file gives it, and where that is.
    private static String layer(String pointer, String id) {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return id.isEmpty() || id.equals("layer-" + last) ? pointer : id + " (" + pointer + ")";
    }

    /// @param named facts by their names, whose text is their token
    private String sentence(String group, String kind, Map<?, String> named) {
        Map<String, String> facts = new LinkedHashMap<>();
        named.forEach((fact, value) -> facts.put(fact.toString(), value));
        Map<String, String> worded = new LinkedHashMap<>();
        facts.forEach(
                (name, value) -> {
                    String own = group + "." + kind + "." + name + "." + value;
                    String shared = group + "." + name + "." + value;
                    String words =
                            messages.containsKey(own)
                                    ? facts(messages.getString(own), facts)
                                    : messages.containsKey(shared)
                                            ? facts(messages.getString(shared), facts)
                                            : value;
                    worded.put(name, words);
                });
        worded.computeIfPresent(
                Fact.LAYER.token(),
                (_, pointer) -> layer(pointer, facts.getOrDefault(Fact.LAYER_ID.token(), "")));
        return fill(messages.getString(group + "." + kind), worded);
    }

    /// Fills a template in one pass, so that facts are never interpreted as templates.
    private String fill(String template, Map<String, String> facts) {
        return PART.matcher(template)
                .replaceAll(
                        part -> {
                            String optional = part.group(1);
                            String text = optional == null ? part.group(2) : optional;
                            boolean drop = optional != null && !isComplete(optional, facts);
                            return Matcher.quoteReplacement(drop ? "" : facts(text, facts));
                        });
    }

    private static boolean isComplete(String text, Map<String, String> facts) {
        return FACT.matcher(text)
                .results()
                .noneMatch(fact -> facts.getOrDefault(fact.group(1), "").isEmpty());
    }

    private String facts(String text, Map<String, String> facts) {
        return FACT.matcher(text)
                .replaceAll(
                        fact ->
                                Matcher.quoteReplacement(
                                        shown(fact, facts.getOrDefault(fact.group(1), ""))));
    }

    private String shown(MatchResult fact, String value) {
        if (fact.group(3) != null) {
            return CountedWords.isOne(value, locale) ? fact.group(3) : fact.group(4);
        }
        String known = value.isEmpty() ? UNKNOWN : value;
        return fact.group(2) == null ? known : size(known);
    }

    /// A number of bytes in GiB or MiB; anything else unchanged.
    private String size(String bytes) {
        if (!bytes.matches("\\d{1,18}")) {
            return bytes;
        }
        double mebibytes = Long.parseLong(bytes) / 1048576.0;
        boolean large = mebibytes >= 1024;
        String number = String.format(locale, "%.1f", large ? mebibytes / 1024 : mebibytes);
        return number + " " + messages.getString(large ? "unit.gib" : "unit.mib");
    }
}

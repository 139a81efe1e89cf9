package com.autoclipr.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules for what documents say about code: what they name is there.
final class DocumentRules {
    private static final Pattern TYPE =
            Pattern.compile("`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$");
    private static final Pattern INVARIANT = Pattern.compile("^(\\d+\\.|[-*|]) .*");
    private static final Pattern TEST = Pattern.compile("Tests?: (.*)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");

    private DocumentRules() {}

    /// Types in backticks that no source file declares. A first capital letter and a small one make
    /// a type; so `BT.709` and `elst` are none.
    static List<String> unknownTypes(String document, Set<String> types) {
        return TYPE.matcher(withoutFences(document))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !types.contains(name) && !isOfTheJdk(name))
                .distinct()
                .toList();
    }

    private static boolean isOfTheJdk(String name) {
        for (String place : new String[] {"java.lang.", "java.nio.file.", "java.util."}) {
            try {
                Class.forName(place + name);
                return true;
            } catch (ClassNotFoundException e) {
                // The next place may have it.
            }
        }
        return false;
    }

    /// Relative links that lead nowhere.
    ///
    /// @param at where the document lies
    static List<String> brokenLinks(String document, Path at) {
        return LINK.matcher(withoutFences(document))
                .results()
                .map(found -> found.group(1).replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty() && !link.matches("[a-z]+:.*"))
                .filter(link -> !Files.exists(at.resolveSibling(link)))
                .toList();
    }

    /// What is wrong with the invariants: entries of lists or tables under a heading that speaks of
    /// invariants or promises, each of which names its test after `Test:`.
    static List<String> invariantsWithoutTest(String document, Set<String> tests) {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String entry : invariants(document)) {
            count++;
            Matcher named = TEST.matcher(entry);
            List<String> names =
                    named.find()
                            ? TYPE.matcher(named.group(1)).results().map(m -> m.group(1)).toList()
                            : List.of();
            if (names.isEmpty() || !tests.containsAll(names)) {
                wrong.add(entry);
            }
        }
        if (count == 0) {
            wrong.add("there are no invariants");
        }
        return wrong;
    }

    /// Entries with the lines that continue them.
    private static List<String> invariants(String document) {
        List<String> entries = new ArrayList<>();
        boolean inside = false;
        for (String line : withoutFences(document).split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                inside = heading.group(1).matches("(?i).*(invariant|promise).*");
            } else if (inside && INVARIANT.matcher(line).matches() && !isTableHead(line)) {
                entries.add(line);
            } else if (inside && line.startsWith("  ") && !entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.getLast() + " " + line.strip());
            }
        }
        return entries;
    }

    private static boolean isTableHead(String line) {
        return line.startsWith("|") && !line.contains("`");
    }

    /// What is wrong with a `package-info.java`: it begins with a paragraph of three sentences, the
    /// last one says where to start reading, and that is there. An example may follow.
    static List<String> packageComplaints(String name, String text, Set<String> types) {
        String words =
                text.lines()
                        .filter(line -> line.startsWith("///"))
                        .map(line -> line.substring(3).strip())
                        .takeWhile(line -> !line.isEmpty())
                        .reduce("", (a, b) -> (a + " " + b).strip());
        List<String> wrong = new ArrayList<>();
        long sentences = SENTENCE_END.matcher(words).results().count();
        if (sentences != 3) {
            wrong.add(name + " has " + sentences + " sentences instead of three");
        }
        Matcher start = Pattern.compile("Start\\s+reading\\s+at\\s+\\[([\\w.]+)]").matcher(words);
        if (!start.find() || !types.contains(start.group(1).replaceAll(".*\\.", ""))) {
            wrong.add(name + " does not say where to start reading");
        }
        return wrong;
    }

    private static String withoutFences(String document) {
        return FENCE.matcher(document).replaceAll("");
    }
}

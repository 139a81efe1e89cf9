package com.autoclipr.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the form of the code and of what documents say about it.
class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path JMH = Path.of("src/jmh/java");
    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
    private static final Pattern DECLARATION =
            Pattern.compile("\\b(?:class|interface|record|enum|@interface) ([A-Z]\\w*)");

    private static Map<Path, String> javaFiles(Path root) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                files.put(path, Files.readString(path));
            }
        }
        return files;
    }

    private static Set<String> types(Path... roots) throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path root : roots) {
            for (String text : javaFiles(root).values()) {
                DECLARATION.matcher(text).results().forEach(found -> types.add(found.group(1)));
            }
        }
        return types;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> roots = Files.list(Path.of("."));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(roots, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesAreShortAndNamesSaySomething() throws IOException {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(SourceRules.complaints(named(javaFiles(MAIN)), true));
        wrong.addAll(SourceRules.complaints(named(javaFiles(TEST)), false));
        wrong.addAll(SourceRules.complaints(named(javaFiles(JMH)), false));
        assertEquals(List.of(), wrong);
    }

    private static Map<String, String> named(Map<Path, String> files) {
        Map<String, String> named = new LinkedHashMap<>();
        files.forEach((path, text) -> named.put(path.toString(), text));
        return named;
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Set<String> types = types(MAIN, TEST);
        List<String> wrong = new ArrayList<>();
        Set<Path> folders = new TreeSet<>();
        for (Path file : javaFiles(MAIN).keySet()) {
            folders.add(file.getParent());
        }
        folders.remove(MAIN.resolve("com/autoclipr"));
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            if (Files.exists(info)) {
                wrong.addAll(
                        DocumentRules.packageComplaints(
                                info.toString(), Files.readString(info), types));
            } else {
                wrong.add(info + " is missing");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatTheDocumentsNameIsThere() throws IOException {
        assertTrue(Files.exists(ARCHITECTURE), "ARCHITECTURE.md is missing");
        Set<String> types = types(MAIN, TEST);
        List<String> wrong = new ArrayList<>();
        for (Path document : documents()) {
            String text = Files.readString(document);
            DocumentRules.brokenLinks(text, document)
                    .forEach(link -> wrong.add(document + " links to " + link));
            if (document.getFileName().toString().matches("(ARCHITECTURE|CONTRIBUTING)\\.md")) {
                DocumentRules.unknownTypes(text, types)
                        .forEach(type -> wrong.add(document + " names " + type));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyInvariantNamesItsTest() throws IOException {
        assertTrue(Files.exists(ARCHITECTURE), "ARCHITECTURE.md is missing");
        Set<String> tests = new TreeSet<>();
        for (Map.Entry<Path, String> file : javaFiles(TEST).entrySet()) {
            if (Pattern.compile("@(Test|ParameterizedTest|RepeatedTest)\\b")
                    .matcher(file.getValue())
                    .find()) {
                tests.add(file.getKey().getFileName().toString().replace(".java", ""));
            }
        }
        assertEquals(
                List.of(),
                DocumentRules.invariantsWithoutTest(Files.readString(ARCHITECTURE), tests));
    }
}

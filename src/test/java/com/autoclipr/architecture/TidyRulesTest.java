package com.autoclipr.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each rule of the tidy test sees what it is there for, and nothing else.
class TidyRulesTest {
    private static List<String> source(String text) {
        return SourceRules.complaints(Map.of("A.java", text), true);
    }

    @Test
    void aGoodFileIsGood() {
        assertEquals(
                List.of(),
                source(
                        """
                        /// No Helper, it only speaks of one.
                        record A(int a, int b, int c, int d, int e, int f) {
                            A {
                                assert a > 0;
                            }

                            static final int MOST = 3;

                            int sum(int v, int w, int x, int y, int z) {
                                return v + w + x + y + z;
                            }
                        }
                        """));
    }

    @Test
    void longFilesAreSeen() {
        assertEquals(List.of("A.java has 501 lines"), source("\n".repeat(500) + "class A {}"));
        assertEquals(List.of(), source("\n".repeat(499) + "class A {}"));
    }

    @Test
    void longMethodsAreSeen() {
        String longest = "class A {\n  void a() {" + "\n".repeat(59) + "}}";
        assertEquals(List.of(), source(longest));
        assertEquals(
                List.of("A.java: a has 61 lines"),
                source("class A {\n  void a() {" + "\n".repeat(60) + "}}"));
        assertEquals(
                List.of("A.java: <init> has 61 lines"),
                source("class A { A() {" + "\n".repeat(60) + "}}"));
    }

    @Test
    void manyParametersAreSeen() {
        assertEquals(
                List.of("A.java: a has 6 parameters"),
                source("class A { void a(int a, int b, int c, int d, int e, int f) {} }"));
        assertEquals(
                List.of("A.java: <init> has 6 parameters"),
                source("class A { A(int a, int b, int c, int d, int e, int f) {} }"));
        assertEquals(
                List.of("A.java: of has 6 parameters"),
                source(
                        "record A() { static void of(int a, int b, int c, int d, int e, int f) {} }"));
    }

    @Test
    void emptyNamesAreSeen() {
        for (String name :
                List.of("TimeUtil", "TimeUtils", "JobManager", "ReadHelper", "CacheImpl")) {
            assertEquals(
                    List.of("A.java: the name " + name + " says nothing"),
                    source("class A { static class " + name + " {} }"));
        }
    }

    @Test
    void unfinishedWorkIsSeen() {
        String toDo = "// TO" + "DO later\nclass A {}";
        assertEquals(List.of("A.java has a TO" + "DO"), source(toDo));
        assertEquals(List.of(), SourceRules.complaints(Map.of("A.java", toDo), false));
    }

    @Test
    void staticStateIsSeen() {
        assertEquals(
                List.of("A.java: static count is not final"),
                source("class A { static int count; static final int MOST = 1; int own; }"));
    }

    @Test
    void typesThatAreGoneAreSeen() {
        String text =
                "`Engine` starts `Engine.run(x)`, `Gone` and `Gone.away`; `IDR`, `elst`, `ProcessBuilder`.";
        assertEquals(List.of("Gone"), DocumentRules.unknownTypes(text, Set.of("Engine")));
        assertEquals(
                List.of(),
                DocumentRules.unknownTypes("```java\nnew `Gone`()\n```\n", Set.of("Engine")));
    }

    @Test
    void brokenLinksAreSeen() {
        String text = "[a](pom.xml) [b](pom.xml#x) [c](https://a.b/c) [d](#here) [e](gone/file.md)";
        assertEquals(
                List.of("gone/file.md"), DocumentRules.brokenLinks(text, Path.of("README.md")));
    }

    @Test
    void invariantsWithoutTestAreSeen() {
        String text =
                """
                ## Invariants
                1. Good. Test: `GoodTest`.
                2. Good over
                   two lines. Test: `GoodTest`, `OtherTest`
                3. Forgotten.
                4. Gone. Test: `GoneTest`
                ## Else
                5. Not looked at.
                """;
        assertEquals(
                List.of("3. Forgotten.", "4. Gone. Test: `GoneTest`"),
                DocumentRules.invariantsWithoutTest(text, Set.of("GoodTest", "OtherTest")));
        assertEquals(
                List.of("there are no invariants"),
                DocumentRules.invariantsWithoutTest("# Nothing", Set.of()));
        assertEquals(
                List.of("| 2 | gone | Test: `GoneTest` |"),
                DocumentRules.invariantsWithoutTest(
                        "# Invariants\n| a | b | c |\n|---|---|---|\n| 1 | x | Test: `GoodTest` |\n"
                                + "| 2 | gone | Test: `GoneTest` |",
                        Set.of("GoodTest")));
    }

    @Test
    void packagesThatSayTooLittleAreSeen() {
        Set<String> types = Set.of("Clock");
        String good =
                "/// What it does. What it\n/// never does. Start reading at [com.a.Clock].\npackage a;";
        assertEquals(List.of(), DocumentRules.packageComplaints("p", good, types));
        assertEquals(
                List.of("p has 2 sentences instead of three"),
                DocumentRules.packageComplaints(
                        "p", good.replace("does. What", "does, what"), types));
        assertEquals(
                List.of("p does not say where to start reading"),
                DocumentRules.packageComplaints("p", good.replace("Clock", "Gone"), types));
    }
}

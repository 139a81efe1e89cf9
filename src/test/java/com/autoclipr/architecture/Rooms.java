package com.autoclipr.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rooms, who may import whom, and what has one owner: the map that ARCHITECTURE.md draws.
///
/// @param root the package above the rooms
record Rooms(String root) {
    /// Room → rooms that it may import.
    private static final Map<String, Set<String>> ARROWS = arrows();

    /// Packages of others → the only room that names them.
    private static final Map<String, String> LIBRARIES =
            Map.of(
                    "org.bytedeco..", "libav",
                    "io.github.humbleui..", "render",
                    "ch.qos.logback..", "logs",
                    "io.prometheus..", "export",
                    "picocli..", "cli");

    /// Rooms of values and rules, which never read, write or wait.
    private static final List<String> WITHOUT_IO =
            List.of("time", "failure", "composition", "plan");

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        arrows.put("time", Set.of());
        arrows.put("failure", Set.of());
        arrows.put("files", Set.of("failure"));
        arrows.put("composition", Set.of("time"));
        arrows.put("media", Set.of("files", "time", "failure"));
        arrows.put("libav", Set.of("media", "files", "time", "failure"));
        Set<String> drawing = Set.of("composition", "media", "files", "time", "failure");
        arrows.put("render", drawing);
        arrows.put("audio", drawing);
        arrows.put("plan", drawing);
        arrows.put(
                "worker",
                Set.of(
                        "plan",
                        "render",
                        "audio",
                        "composition",
                        "media",
                        "files",
                        "time",
                        "failure"));
        arrows.put(
                "export",
                Set.of("worker", "plan", "composition", "media", "files", "time", "failure"));
        arrows.put(
                "api",
                Set.of("export", "worker", "composition", "media", "files", "time", "failure"));
        arrows.put("logs", Set.of());
        arrows.put("messages", Set.of("composition", "time", "failure"));
        arrows.put(
                "cli",
                Set.of(
                        "messages",
                        "logs",
                        "api",
                        "export",
                        "composition",
                        "media",
                        "files",
                        "time",
                        "failure"));
        return arrows;
    }

    /// Packages of others → the only room that names them.
    static Map<String, String> libraries() {
        return LIBRARIES;
    }

    static Set<String> names() {
        return ARROWS.keySet();
    }

    /// Every rule of this map.
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ARROWS.forEach((room, allowed) -> rules.put("arrows of " + room, arrow(room, allowed)));
        LIBRARIES.forEach((library, owner) -> rules.put(library, soleOwner(library, owner)));
        rules.put("processes", processes());
        rules.put("exit", exit());
        rules.put("console", console());
        rules.put("network", network());
        WITHOUT_IO.forEach(room -> rules.put("no I/O in " + room, noIo(room)));
        rules.put("no clock", noClock());
        rules.put("ports of libav", ports());
        rules.put("the worker's own process", child());
        rules.put("one way to run exports", library());
        rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "no cycles of packages",
                slices().matching(root + ".(**)").should().beFreeOfCycles());
        return rules;
    }

    private String room(String name) {
        return root + "." + name + "..";
    }

    private String[] rooms(Iterable<String> names) {
        List<String> packages = new ArrayList<>();
        names.forEach(name -> packages.add(room(name)));
        return packages.toArray(String[]::new);
    }

    /// What a room must not import: every other room, and whatever lies directly under the root.
    private ArchRule arrow(String name, Set<String> allowed) {
        List<String> others = new ArrayList<>(ARROWS.keySet());
        others.remove(name);
        others.removeAll(allowed);
        return noClasses()
                .that()
                .resideInAPackage(room(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(others))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .allowEmptyShould(true);
    }

    private ArchRule soleOwner(String library, String owner) {
        return outside(owner).should().dependOnClassesThat().resideInAPackage(library);
    }

    private ArchRule processes() {
        return outside("worker")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethodWhere(calls(Runtime.class, Set.of("exec")));
    }

    /// What libav does is reached through the ports of `media`: others know the one class that
    /// implements them.
    private ArchRule ports() {
        return outside("libav")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".libav.*..");
    }

    /// What runs in a worker's process is started there, by `Main`.
    private ArchRule child() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".worker.child..")
                .and(areNotMain())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".worker.child..");
    }

    /// Commands, and whatever else runs exports, do it through the library.
    private ArchRule library() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(room("export"), room("api"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".export.ExportController");
    }

    private ArchRule exit() {
        return outsideMain().should().callMethodWhere(calls(System.class, Set.of("exit")));
    }

    private ArchRule console() {
        return outside("cli")
                .and(areNotMain())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    /// No media, no schema and no font comes from the network, and nothing listens on it.
    private ArchRule network() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.net.Socket.class,
                        java.net.ServerSocket.class,
                        java.net.DatagramSocket.class,
                        java.net.URLConnection.class,
                        java.nio.channels.SocketChannel.class,
                        java.nio.channels.ServerSocketChannel.class);
    }

    private ArchRule noIo(String name) {
        return noClasses()
                .that()
                .resideInAPackage(room(name))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.nio.file.Files.class,
                        java.io.File.class,
                        java.io.FileInputStream.class,
                        java.io.FileOutputStream.class,
                        java.io.RandomAccessFile.class,
                        Thread.class)
                .allowEmptyShould(true);
    }

    /// Rooms whose results are a function of their arguments never ask for the time or for chance.
    private ArchRule noClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        rooms(List.of("time", "composition", "render", "audio", "plan")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.util.UUID.class)
                .orShould()
                .callMethodWhere(calls(System.class, Set.of("nanoTime", "currentTimeMillis")))
                .orShould()
                .callMethodWhere(calls(Math.class, Set.of("random")));
    }

    private com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outside(
            String owner) {
        return noClasses().that().resideOutsideOfPackage(room(owner));
    }

    private com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outsideMain() {
        return noClasses().that(areNotMain());
    }

    private DescribedPredicate<JavaClass> areNotMain() {
        return DescribedPredicate.describe(
                "are not Main", type -> !type.getFullName().equals(root + ".Main"));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, Set<String> methods) {
        return DescribedPredicate.describe(
                "calls " + type.getSimpleName() + "." + methods,
                access ->
                        access.getTargetOwner().isEquivalentTo(type)
                                && methods.contains(access.getTarget().getName()));
    }
}

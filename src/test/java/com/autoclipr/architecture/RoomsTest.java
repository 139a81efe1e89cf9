package com.autoclipr.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rooms import only those that they may, and what has one owner has one owner.
class RoomsTest {
    private static final String ROOT = "com.autoclipr";
    private static final Rooms ROOMS = new Rooms(ROOT);
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /// Made-up rooms in which every rule is broken once.
    private static final Rooms WRONG_ROOMS = new Rooms(ROOT + ".architecture.wrong");

    private static final JavaClasses WRONG_CLASSES =
            new ClassFileImporter().importPackages(ROOT + ".architecture.wrong");

    static Iterable<String> rules() {
        return ROOMS.rules().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleHolds(String name) {
        rule(ROOMS, name).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleCanFail(String name) {
        assertTrue(
                rule(WRONG_ROOMS, name).evaluate(WRONG_CLASSES).hasViolation(),
                name + " is broken by nothing");
    }

    private static ArchRule rule(Rooms rooms, String name) {
        return Objects.requireNonNull(rooms.rules().get(name));
    }

    @Test
    void everyPackageBelongsToARoom() {
        TreeSet<String> rooms = new TreeSet<>();
        CLASSES.forEach(
                type -> {
                    String name = type.getPackageName();
                    if (!name.equals(ROOT)) {
                        rooms.add(name.substring(ROOT.length() + 1).split("\\.")[0]);
                    }
                });
        assertEquals(new TreeSet<>(Rooms.names()), rooms);
    }
}

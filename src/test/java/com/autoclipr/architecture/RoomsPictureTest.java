package com.autoclipr.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The picture of the rooms is made from the classes. `UPDATE_GOLDENS=1` draws it anew.
class RoomsPictureTest {
    private static final String ROOT = "com.autoclipr";
    private static final Path DOCUMENT = Path.of("ARCHITECTURE.md");
    private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\\n(.*?)```\\n");

    @Test
    void theDocumentHasThePictureOfTheClasses() throws IOException {
        String drawn =
                RoomsPicture.of(
                                ROOT,
                                new ClassFileImporter()
                                        .withImportOption(new ImportOption.DoNotIncludeTests())
                                        .importPackages(ROOT))
                        .reduced()
                        .mermaid(Rooms.libraries());
        String document = Files.readString(DOCUMENT);
        Matcher picture = PICTURE.matcher(document);
        assertTrue(picture.find(), DOCUMENT + " has no picture");
        if ("1".equals(System.getenv("UPDATE_GOLDENS"))) {
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, picture.start(1))
                            + drawn
                            + document.substring(picture.end(1)));
            return;
        }
        assertEquals(drawn, picture.group(1), "UPDATE_GOLDENS=1 draws it anew");
    }

    @Test
    void anArrowThatFollowsFromOthersIsLeftOut() {
        RoomsPicture all =
                new RoomsPicture(
                        Map.of(
                                "attic", Set.of("hall", "cellar", "garden"),
                                "hall", Set.of("stairs"),
                                "stairs", Set.of("cellar"),
                                "cellar", Set.of(),
                                "garden", Set.of()));
        assertEquals(
                Map.of(
                        "attic", Set.of("hall", "garden"),
                        "hall", Set.of("stairs"),
                        "stairs", Set.of("cellar"),
                        "cellar", Set.of(),
                        "garden", Set.of()),
                all.reduced().arrows());
    }
}

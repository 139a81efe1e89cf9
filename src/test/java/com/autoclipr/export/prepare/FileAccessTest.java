package com.autoclipr.export.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.autoclipr.export.prepare.FileAccess.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileAccessTest {
    @TempDir Path folder;
    private Path root;
    private Path outside;

    @BeforeEach
    void makeFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        outside = Files.writeString(folder.resolve("outside.mp4"), "x");
        Files.writeString(root.resolve("inside.mp4"), "x");
        Files.createSymbolicLink(root.resolve("link.mp4"), outside);
        Files.createSymbolicLink(root.resolve("up"), folder);
        Files.createSymbolicLink(folder.resolve("alias"), root);
    }

    @Test
    void nothingLeavesTheRoot() throws IOException {
        FileAccess access = FileAccess.below(List.of(root));
        assertInstanceOf(Answer.Granted.class, access.resolve(root, "inside.mp4"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "../outside.mp4"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, outside.toString()));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "link.mp4"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "up/outside.mp4"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "/no/such/file"));
        assertInstanceOf(Answer.Missing.class, access.resolve(root, "absent.mp4"));
    }

    @Test
    void aRootMayItselfBeALink() throws IOException {
        FileAccess access = FileAccess.below(List.of(folder.resolve("alias")));
        assertInstanceOf(Answer.Granted.class, access.resolve(root, "inside.mp4"));
        assertInstanceOf(
                Answer.Granted.class, access.resolve(folder.resolve("alias"), "inside.mp4"));
    }

    @Test
    void whatIsMissingBelowALinkedRootIsMissing() throws IOException {
        FileAccess access = FileAccess.below(List.of(folder.resolve("alias")));
        assertInstanceOf(
                Answer.Missing.class, access.resolve(folder.resolve("alias"), "absent/a.mp4"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(folder, "absent.mp4"));
    }

    @Test
    void aBrokenLinkDisclosesNothingOutside() throws IOException {
        Files.createSymbolicLink(root.resolve("dangling"), folder.resolve("nothing"));
        FileAccess access = FileAccess.below(List.of(root));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "dangling"));
        assertInstanceOf(Answer.Forbidden.class, access.resolve(root, "up/nothing"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesThatTheKernelMakesUpAreNone() {
        FileAccess access = FileAccess.everywhere();
        assertEquals(new Answer.NotRegular(false), access.resolve(root, "/proc/self/status"));
    }

    @Test
    void withoutRootsEveryReadableRegularFileIsGranted() throws IOException {
        FileAccess access = FileAccess.everywhere();
        assertInstanceOf(Answer.Granted.class, access.resolve(root, "../outside.mp4"));
        assertEquals(new Answer.NotRegular(true), access.resolve(root, "."));
        assertEquals(new Answer.NotRegular(false), access.resolve(root, "/dev/zero"));
        assertInstanceOf(Answer.NotLocal.class, access.resolve(root, "https://host/a.mp4"));
        assertInstanceOf(Answer.NotLocal.class, access.resolve(root, "file:///etc/passwd"));
        assertInstanceOf(Answer.Missing.class, access.resolve(root, "a\0b"));
    }
}

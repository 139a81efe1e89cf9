package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChunkStoreTest {
    @TempDir Path folder;

    @Test
    void theFirstFileOfAKeyStays() throws IOException {
        FolderChunkStore store = new FolderChunkStore(folder);
        assertTrue(store.find("abcd").isEmpty());
        store.put("abcd", Files.writeString(store.stage("abcd"), "first"));
        Path second = Files.writeString(store.stage("abcd"), "second");
        Path stored = store.put("abcd", second);
        assertEquals("first", Files.readString(stored));
        assertEquals(stored, store.find("abcd").orElseThrow());
        assertFalse(Files.exists(second));
    }

    @Test
    void trimmingThrowsOutWhatWasUsedLongestAgo() throws IOException {
        FolderChunkStore store = new FolderChunkStore(folder);
        for (int i = 0; i < 4; i++) {
            Path file = store.put("k" + i, Files.write(store.stage("k" + i), new byte[100]));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * (i + 1)));
        }
        store.find("k0");
        store.trim(250);
        assertTrue(store.find("k0").isPresent());
        assertTrue(store.find("k1").isEmpty());
        assertTrue(store.find("k2").isEmpty());
        assertTrue(store.find("k3").isPresent());
    }

    @Test
    void aDiscardedFileIsGone() throws IOException {
        FolderChunkStore store = new FolderChunkStore(folder);
        store.put("abcd", Files.writeString(store.stage("abcd"), "damaged"));
        store.discard("abcd");
        assertTrue(store.find("abcd").isEmpty());
    }
}

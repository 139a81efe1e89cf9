package com.autoclipr.export.store;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.media.encoded.EncodedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads entries and removes those that are corrupt or have the wrong name. Exports may run
/// concurrently: an entry that is evicted while it is read does not count.
final class StoreVerification {
    private final DurableFiles files;
    private final List<StoreCheck.Damaged> damaged = new ArrayList<>();
    private long read;
    private long bytes;
    private long otherVersions;

    StoreVerification(DurableFiles files) {
        this.files = files;
    }

    /// @param obstacles paths of entries that are not regular files
    StoreCheck of(List<StoreEntries.Entry> entries, List<Path> obstacles) {
        obstacles.forEach(this::free);
        for (StoreEntries.Entry entry : entries) {
            Optional<String> wrong = wrong(entry);
            if (!StoreEntries.isThere(entry.file())) {
                continue;
            }
            read++;
            bytes += entry.bytes();
            wrong.ifPresent(detail -> throwOut(entry, detail));
        }
        return new StoreCheck(read, bytes, otherVersions, damaged);
    }

    private Optional<String> wrong(StoreEntries.Entry entry) {
        try {
            String key = EncodedFile.check(entry.file()).provenance().key();
            return key.equals(entry.key())
                    ? Optional.empty()
                    : Optional.of("it is the file of another key: " + key);
        } catch (FailureException e) {
            if (e.failure().kind() != FailureKind.STORED_FILE_CORRUPT) {
                throw e;
            }
            return isOfOtherVersion(entry)
                    ? Optional.empty()
                    : Optional.of(e.failure().fact(Fact.DETAIL));
        }
    }

    private boolean isOfOtherVersion(StoreEntries.Entry entry) {
        try {
            boolean whole = EncodedFile.isWhole(entry.file());
            otherVersions += whole ? 1 : 0;
            return whole;
        } catch (FailureException e) {
            return false;
        }
    }

    private void free(Path file) {
        String detail = EntryPlace.obstacle(file).orElse("");
        if (detail.isEmpty()) {
            return; // just evicted
        }
        boolean removed = true;
        try {
            EntryPlace.free(files, file);
        } catch (IOException e) {
            removed = false;
        }
        damaged.add(new StoreCheck.Damaged(file, detail, removed));
    }

    private void throwOut(StoreEntries.Entry entry, String detail) {
        boolean removed = true;
        try {
            files.delete(entry.file());
        } catch (IOException e) {
            removed = false;
        }
        damaged.add(new StoreCheck.Damaged(entry.file(), detail, removed));
    }
}

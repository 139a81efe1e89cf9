package com.autoclipr.export.journal;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.files.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The exports whose journals are kept: a folder with one folder for each, named by its id. The
/// oldest go first when there are more than [#MOST_KEPT]; never one that still runs. Safe for
/// several processes at once.
///
/// @param folder of all; made when the first export begins
public record ExportHistory(Path folder) {
    /// Most exports kept.
    public static final int MOST_KEPT = 100;

    private static final String JOURNAL = "journal.jsonl";
    private static final String LOG_FILE = "export.log";
    private static final Logger LOG = LoggerFactory.getLogger(ExportHistory.class);

    /// The folder of one export's journal, whether it exists or not.
    public Path folderOf(ExportId id) {
        return folder.resolve(id.text());
    }

    /// The log of an export without a log file of its own.
    public Path logOf(ExportId id) {
        return folderOf(id).resolve(LOG_FILE);
    }

    static Path journalIn(Path exportFolder) {
        return exportFolder.resolve(JOURNAL);
    }

    /// What the journals say.
    ///
    /// @param exports every export that left a readable journal, the latest first
    /// @param otherVersions ids of the exports whose journals have another version of the format
    ///   and are skipped, the latest first
    public record Listing(List<PastExport> exports, List<ExportId> otherVersions) {
        public Listing {
            exports = List.copyOf(exports);
            otherVersions = List.copyOf(otherVersions);
        }
    }

    /// Every export that left a readable journal, the latest first.
    ///
    /// @throws IOException if the folder cannot be read
    public List<PastExport> list() throws IOException {
        return listing().exports();
    }

    /// Reads all journals.
    ///
    /// @throws IOException if the folder cannot be read
    public Listing listing() throws IOException {
        List<PastExport> all = new ArrayList<>();
        List<ExportId> otherVersions = new ArrayList<>();
        for (ExportId id : ids().reversed()) {
            JournalReader reader = new JournalReader(id);
            read(id, reader).ifPresent(all::add);
            if (reader.isOfAnotherVersion()) {
                otherVersions.add(id);
            }
        }
        if (!otherVersions.isEmpty()) {
            LOG.info(
                    "skipped journals written by another version of this program: {}",
                    otherVersions);
        }
        ResumeChains chains = new ResumeChains(all);
        return new Listing(all.stream().map(chains::withSuccessor).toList(), otherVersions);
    }

    /// The exports whose ids contain `part`, the latest first.
    ///
    /// @throws IOException if the folder cannot be read
    public List<PastExport> find(String part) throws IOException {
        return list().stream().filter(past -> past.job().id().text().contains(part)).toList();
    }

    private Optional<PastExport> read(ExportId id, JournalReader reader) {
        try {
            return reader.read(folderOf(id));
        } catch (IOException e) {
            LOG.debug("the journal of {} cannot be read: {}", id, e.toString());
            return Optional.empty(); // removed meanwhile, or another user's
        }
    }

    /// Oldest first.
    ///
    /// @throws IOException if the folder cannot be read
    private List<ExportId> ids() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(ExportId::isId)
                    .map(ExportId::new)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Removes the oldest journals, so that there is room for one more. One that cannot be removed
    /// (another user's) is left, and counts as gone: it costs no journal that could be.
    void makeRoom(DurableFiles files) throws IOException {
        List<ExportId> ids = ids();
        int tooMany = ids.size() - MOST_KEPT + 1;
        for (ExportId id : ids) {
            if (tooMany <= 0) {
                return;
            }
            boolean running =
                    read(id, new JournalReader(id)).filter(PastExport::isRunning).isPresent();
            if (!running) {
                remove(folderOf(id), files);
                tooMany--;
            }
        }
    }

    private static void remove(Path exportFolder, DurableFiles files) {
        try {
            files.deleteFolder(exportFolder);
        } catch (IOException e) {
            LOG.info("the journal {} could not be removed: {}", exportFolder, e.toString());
        }
    }
}

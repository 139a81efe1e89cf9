package com.autoclipr.cli;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.export.store.ChunkStore;
import com.autoclipr.export.store.StoreCheck;
import com.autoclipr.export.store.StoreClearing;
import com.autoclipr.export.store.StoreInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cache info`, `cache verify` and `cache clear`; safe while exports run.
@Command(
        mixinStandardHelpOptions = true,
        description = "Looks after the chunk store: what is kept between exports.")
final class CacheCommand implements Runnable {
    private final ChunkStore store;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    CacheCommand(ChunkStore store, Console console) {
        this.store = store;
        this.console = console;
    }

    @Override
    public void run() {
        throw MissingCommand.of(spec, console.sentences());
    }

    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            description = "Says where the store is, and what is in it.")
    int info(@Option(names = "--json", description = "As JSON.") boolean json) {
        StoreInfo info = store.info();
        if (json) {
            console.out().println(JsonFile.text(fields(info)));
            return ExitCode.DONE;
        }
        say("ui.cache.place", "place", info.place());
        say(
                "ui.cache.entries",
                "entries",
                Long.toString(info.entries()),
                "bytes",
                Long.toString(info.bytes()),
                "limit",
                Long.toString(info.limitBytes()));
        if (info.oldestUse().isPresent() && info.newestUse().isPresent()) {
            say(
                    "ui.cache.used",
                    "oldest",
                    moment(info.oldestUse().get()),
                    "newest",
                    moment(info.newestUse().get()));
        }
        say(
                "ui.cache.needed",
                "exports",
                Long.toString(info.exports()),
                "entries",
                Long.toString(info.neededEntries()),
                "bytes",
                Long.toString(info.neededBytes()));
        return ExitCode.DONE;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Reads every entry and removes those that are damaged. Ends with 4 if there"
                            + " were any.")
    int verify(@Option(names = "--json", description = "As JSON.") boolean json) {
        StoreCheck check = store.verify();
        if (json) {
            console.out().println(JsonFile.text(fields(check)));
        } else {
            for (StoreCheck.Damaged damaged : check.damaged()) {
                console.err()
                        .println(
                                console.sentences()
                                        .text(
                                                damaged.removed()
                                                        ? "ui.cache.damaged"
                                                        : "ui.cache.damaged-stays",
                                                "file",
                                                damaged.file().toString(),
                                                "detail",
                                                damaged.detail()));
            }
            say(
                    "ui.cache.verified",
                    "entries",
                    Long.toString(check.entries()),
                    "bytes",
                    Long.toString(check.bytes()),
                    "damaged",
                    Integer.toString(check.damaged().size()));
        }
        return check.damaged().isEmpty() ? ExitCode.DONE : ExitCode.RESOURCES;
    }

    @Command(
            name = "clear",
            mixinStandardHelpOptions = true,
            description = "Removes everything that no running export needs.")
    int clear(@Option(names = "--json", description = "As JSON.") boolean json) {
        StoreClearing cleared = store.clear();
        if (json) {
            console.out().println(JsonFile.text(cleared));
        } else {
            say(
                    "ui.cache.cleared",
                    "entries",
                    Long.toString(cleared.removedEntries()),
                    "bytes",
                    Long.toString(cleared.removedBytes()));
            if (cleared.keptEntries() > 0) {
                say(
                        "ui.cache.kept",
                        "entries",
                        Long.toString(cleared.keptEntries()),
                        "bytes",
                        Long.toString(cleared.keptBytes()));
            }
        }
        return ExitCode.DONE;
    }

    private void say(String key, String... namesAndValues) {
        console.out().println(console.sentences().text(key, namesAndValues));
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(console.sentences().locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }

    private static Map<String, Object> fields(StoreInfo info) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", info.place());
        fields.put("entries", info.entries());
        fields.put("bytes", info.bytes());
        fields.put("limitBytes", info.limitBytes());
        fields.put("oldestUse", text(info.oldestUse()));
        fields.put("newestUse", text(info.newestUse()));
        fields.put("exports", info.exports());
        fields.put("neededEntries", info.neededEntries());
        fields.put("neededBytes", info.neededBytes());
        return fields;
    }

    /// ISO 8601 in UTC; empty if there is none.
    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    private static Map<String, Object> fields(StoreCheck check) {
        List<Map<String, Object>> damaged = new ArrayList<>();
        for (StoreCheck.Damaged one : check.damaged()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", one.file().toString());
            fields.put("detail", one.detail());
            fields.put("removed", one.removed());
            damaged.add(fields);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("entries", check.entries());
        fields.put("bytes", check.bytes());
        fields.put("otherVersions", check.otherVersions());
        fields.put("damaged", damaged);
        return fields;
    }
}

package com.autoclipr.testkit;

import com.autoclipr.files.DurableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A disk whose power is cut before a chosen step, and which then holds only what was synced, and
/// of the rest whatever is worst.
///
/// While there is power, it behaves as the real folder that it works in. After the cut,
/// [#reboot(Path, Outcome)] makes another folder of what may be left: a name that was not synced is
/// what it was at the last sync or anything that it was since, each name by itself; a file whose
/// content was not synced is empty, half, garbage or whole. Files made without [DurableFiles] are
/// seen when they are first synced or renamed.
public final class PowerCutDisk implements DurableFiles {
    /// There is no power any more.
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;

        PowerCut(int step) {
            super("power cut before step " + step);
        }
    }

    /// What a sync is for.
    ///
    /// @param folder whether it is for the names in a folder
    public record Sync(Path path, boolean folder) {}

    /// What happens to what was not synced.
    ///
    /// @param names of names
    /// @param content of content
    /// @param seed of what is left to chance
    public record Outcome(Names names, Left content, long seed) {
        /// Which of its values an unsynced name has.
        public enum Names {
            OLDEST,
            NEWEST,
            ANY
        }

        /// What an unsynced file holds.
        public enum Left {
            EMPTY,
            HALF,
            GARBAGE,
            WHOLE,
            ANY
        }

        /// The usual suspects, and some by chance.
        public static List<Outcome> worst(int byChance) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Left content : List.of(Left.EMPTY, Left.HALF, Left.GARBAGE)) {
                outcomes.add(new Outcome(Names.NEWEST, content, 1));
            }
            outcomes.add(new Outcome(Names.OLDEST, Left.EMPTY, 1));
            for (int seed = 0; seed < byChance; seed++) {
                outcomes.add(new Outcome(Names.ANY, Left.ANY, seed));
            }
            return outcomes;
        }
    }

    private static final class Node {
        private final boolean folder;
        private byte[] content = new byte[0];
        private boolean synced;

        Node(boolean folder) {
            this.folder = folder;
        }
    }

    /// Values of a name since its folder was synced last; an absent file is the node `GONE`.
    private final Map<Path, List<Node>> names = new TreeMap<>();

    private final Node gone = new Node(false);
    private final Path root;
    private final int cutBefore;
    private final Predicate<Sync> forgotten;
    private int steps;

    /// @param root the folder that is this disk; what is in it is on disk
    /// @param cutBefore number of the step that does not happen any more
    /// @param forgotten syncs that do nothing
    public PowerCutDisk(Path root, int cutBefore, Predicate<Sync> forgotten) throws IOException {
        this.root = root;
        this.cutBefore = cutBefore;
        this.forgotten = forgotten;
        try (var all = Files.walk(root)) {
            for (Path path : all.toList()) {
                if (!path.equals(root)) {
                    names.put(path, new ArrayList<>(List.of(existing(path))));
                }
            }
        }
    }

    private static Node existing(Path path) throws IOException {
        Node node = new Node(Files.isDirectory(path));
        node.content = node.folder ? node.content : Files.readAllBytes(path);
        node.synced = true;
        return node;
    }

    /// Steps so far.
    public int steps() {
        return steps;
    }

    private void step() {
        if (steps >= cutBefore) {
            throw new PowerCut(steps);
        }
        steps++;
    }

    private void name(Path path, Node node) {
        names.computeIfAbsent(path, _ -> new ArrayList<>(List.of(gone))).add(node);
    }

    /// The file that has this name now; one that was made past this disk is new, and not synced.
    private Node node(Path path) throws IOException {
        List<Node> values = names.get(path);
        if (values == null || values.getLast() == gone) {
            Node node = new Node(false);
            node.content = Files.readAllBytes(path);
            name(path, node);
            return node;
        }
        return values.getLast();
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        step();
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            name(folder, new Node(true));
        }
    }

    @Override
    public synchronized void write(Path file, Content content) throws IOException {
        step();
        Files.createFile(file);
        Node node = new Node(false);
        name(file, node);
        step();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        node.content = bytes.toByteArray();
        Files.write(file, node.content, StandardOpenOption.WRITE);
        step();
        node.synced = !forgotten.test(new Sync(file, false));
    }

    @Override
    public synchronized void sync(Path file) throws IOException {
        step();
        if (!forgotten.test(new Sync(file, false))) {
            node(file).synced = true;
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        step();
        Node node = node(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        name(to, node);
        name(from, gone);
    }

    @Override
    public synchronized void syncFolder(Path folder) {
        step();
        if (!forgotten.test(new Sync(folder, true))) {
            names.forEach(
                    (path, values) -> {
                        if (folder.equals(path.getParent())) {
                            values.subList(0, values.size() - 1).clear();
                        }
                    });
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step();
        if (Files.deleteIfExists(file)) {
            name(file, gone);
        }
    }

    /// Makes `folder`, which does not exist yet, the disk as it is found when there is power again.
    public synchronized void reboot(Path folder, Outcome outcome) throws IOException {
        Random chance = new Random(outcome.seed());
        Set<Path> lost = new HashSet<>();
        Files.createDirectories(folder);
        for (Map.Entry<Path, List<Node>> name : names.entrySet()) {
            Path path = name.getKey();
            Node node = survivor(name.getValue(), outcome.names(), chance);
            if (node == gone || lost.contains(path.getParent())) {
                lost.add(path);
                continue;
            }
            Path found = folder.resolve(root.relativize(path));
            Files.createDirectories(node.folder ? found : found.getParent());
            if (!node.folder) {
                Files.write(found, left(node, outcome.content(), chance));
            }
        }
    }

    private static Node survivor(List<Node> values, Outcome.Names names, Random chance) {
        return switch (names) {
            case OLDEST -> values.getFirst();
            case NEWEST -> values.getLast();
            case ANY -> values.get(chance.nextInt(values.size()));
        };
    }

    private static byte[] left(Node node, Outcome.Left content, Random chance) {
        if (node.synced) {
            return node.content;
        }
        return switch (content) {
            case EMPTY -> new byte[0];
            case HALF -> Arrays.copyOf(node.content, node.content.length / 2);
            case GARBAGE -> {
                byte[] garbage = new byte[node.content.length];
                chance.nextBytes(garbage);
                yield garbage;
            }
            case WHOLE -> node.content;
            case ANY -> {
                Outcome.Left[] some = {
                    Outcome.Left.EMPTY, Outcome.Left.HALF, Outcome.Left.GARBAGE, Outcome.Left.WHOLE
                };
                yield left(node, some[chance.nextInt(some.length)], chance);
            }
        };
    }
}

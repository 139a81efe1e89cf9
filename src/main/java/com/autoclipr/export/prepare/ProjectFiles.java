package com.autoclipr.export.prepare;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.composition.ProjectWriter;
import com.autoclipr.composition.ReadResult;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.SourceReference;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.WholeReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a project file and looks up the files it names.
public final class ProjectFiles {
    private ProjectFiles() {}

    /// The result of reading a project.
    public sealed interface Loaded {
        /// @param media real paths of media, by their `src` in the project
        /// @param fonts real paths of fonts, likewise
        record Valid(Project project, Map<String, Path> media, Map<String, Path> fonts)
                implements Loaded {}

        /// @param problems all problems, in file order
        record Invalid(List<Problem> problems) implements Loaded {}
    }

    /// Reads `projectFile`; names in it are relative to its folder.
    ///
    /// @throws FailureException FILE_MISSING if the project file itself cannot be read, or is a
    ///   folder, a pipe or a device
    public static Loaded load(Path projectFile, FileAccess access) {
        Path parent = projectFile.toAbsolutePath().getParent();
        return resolve(
                ProjectReader.read(bytes(projectFile)),
                parent == null ? projectFile.toAbsolutePath() : parent,
                access);
    }

    /// Looks up the files of a project that is not stored in a file.
    ///
    /// @param folder to which names in it are relative; absolute
    public static Loaded of(Project project, Path folder, FileAccess access) {
        return resolve(ProjectReader.read(ProjectWriter.write(project)), folder, access);
    }

    private static Loaded resolve(ReadResult read, Path folder, FileAccess access) {
        List<Problem> problems = new ArrayList<>(read.problems());
        Map<String, Path> media = new LinkedHashMap<>();
        Map<String, Path> fonts = new LinkedHashMap<>();
        for (SourceReference reference : read.sources()) {
            Map<String, Path> found =
                    switch (reference.kind()) {
                        case MEDIA -> media;
                        case FONT -> fonts;
                    };
            switch (access.resolve(folder, reference.src())) {
                case FileAccess.Answer.Granted granted ->
                        found.put(reference.src(), granted.path());
                case FileAccess.Answer.Missing _ ->
                        problems.add(problem(ProblemKind.FILE_MISSING, reference));
                case FileAccess.Answer.Unreadable _ ->
                        problems.add(problem(ProblemKind.FILE_UNREADABLE, reference));
                case FileAccess.Answer.NotRegular what ->
                        problems.add(
                                Problem.of(
                                        ProblemKind.FILE_NOT_REGULAR,
                                        reference.pointer(),
                                        "file",
                                        reference.src(),
                                        "what",
                                        what.folder() ? "folder" : "device"));
                case FileAccess.Answer.NotLocal _ ->
                        problems.add(problem(ProblemKind.FILE_NOT_LOCAL, reference));
                case FileAccess.Answer.Forbidden _ ->
                        problems.add(problem(ProblemKind.FILE_FORBIDDEN, reference));
            }
        }
        if (problems.isEmpty()) {
            return new Loaded.Valid(read.project().orElseThrow(), media, fonts);
        }
        return new Loaded.Invalid(problems);
    }

    private static Problem problem(ProblemKind kind, SourceReference reference) {
        return Problem.of(kind, reference.pointer(), "file", reference.src());
    }

    /// One byte more than the reader accepts, so that it detects an oversized file without reading
    /// all of it.
    private static byte[] bytes(Path projectFile) {
        WholeReading.require(projectFile);
        try (InputStream in = Files.newInputStream(projectFile)) {
            return in.readNBytes(ProjectReader.MAX_BYTES + 1);
        } catch (IOException e) {
            throw FileFailures.reading(projectFile, e);
        }
    }
}

package com.autoclipr.cli;

import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.Interrupts;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.UnfinishedReport;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.messages.Sentences;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes the report of an export that ended without a file, in the form described in
/// `docs/operating.md`: the fields of an [com.autoclipr.export.ExportReport], and why it ended.
final class UnfinishedReportFile {
    private final Sentences sentences;

    UnfinishedReportFile(Sentences sentences) {
        this.sentences = sentences;
    }

    /// Writes atomically. A failure is returned, not thrown, because the export's own failure
    /// matters more.
    ///
    /// @return why it could not be written, if so
    Optional<Failure> write(Path file, UnfinishedReport report) {
        try {
            JsonFile.write(file, fields(report));
            return Optional.empty();
        } catch (FailureException e) {
            return Optional.of(e.failure());
        }
    }

    private Map<String, Object> fields(UnfinishedReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", report.version());
        fields.put("export", report.export());
        fields.put("status", report.ended().token());
        fields.put("engine", report.engine());
        fields.put("project", report.project());
        fields.put("destination", report.destination());
        fields.put("failure", failure(report));
        fields.put("stage", report.stage().token());
        fields.put("progress", report.progress());
        fields.put("verification", report.verification());
        fields.put("decisions", report.decisions());
        fields.put("stageMs", report.stageMs());
        fields.put("work", report.used().work());
        fields.put("workers", report.used().workers());
        fields.put("controller", report.used().controller());
        fields.put("frameRing", report.used().frameRing());
        fields.put("layerCache", report.used().layerCache());
        return fields;
    }

    private Map<String, Object> failure(UnfinishedReport report) {
        Failure failure = report.failure();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", failure.kind().token());
        fields.put("facts", failure.facts());
        fields.put("sentence", sentences.of(failure));
        fields.put("fault", failure.kind().fault().name().toLowerCase(Locale.ROOT));
        fields.put("exitCode", exitCode(failure.kind()));
        fields.put("problems", report.problems().stream().map(this::problem).toList());
        return fields;
    }

    /// If a signal ends the process, it determines the exit code.
    private static int exitCode(FailureKind kind) {
        int usual = ExitCode.of(kind);
        return usual == ExitCode.CANCELLED ? Interrupts.exitCode().orElse(usual) : usual;
    }

    private Map<String, Object> problem(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", problem.kind().token());
        fields.put("pointer", problem.pointer());
        fields.put("facts", problem.facts());
        fields.put("sentence", sentences.of(problem));
        return fields;
    }
}

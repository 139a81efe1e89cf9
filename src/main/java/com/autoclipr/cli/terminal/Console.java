package com.autoclipr.cli.terminal;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.messages.Sentences;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The output of the commands: results go to `out`, everything else to `err`, both in UTF-8.
///
/// @param out results
/// @param err progress, problems, failures
/// @param sentences in the user's language
/// @param terminalColumns width of the terminal; empty if `err` is not a terminal
public record Console(
        PrintStream out, PrintStream err, Sentences sentences, OptionalInt terminalColumns) {
    /// Set by the launcher to the width of the terminal if standard error is one.
    private static final String COLUMNS = "autoclipr.terminal.columns";

    private static final Set<DecisionKind> SEEN =
            EnumSet.of(
                    DecisionKind.CUT_PAST_END,
                    DecisionKind.LAST_FRAME_HELD,
                    DecisionKind.GLYPH_SUBSTITUTED,
                    DecisionKind.GLYPH_MISSING,
                    DecisionKind.EMOJI_SPLIT,
                    DecisionKind.LETTER_SPACING_IGNORED,
                    DecisionKind.FONT_SUBSTITUTED,
                    DecisionKind.CORRUPT_DATA_SKIPPED,
                    DecisionKind.SOURCE_TRUNCATED,
                    DecisionKind.STREAM_CONTINUED,
                    DecisionKind.TIMESTAMP_DISCONTINUITY,
                    DecisionKind.TIMESTAMPS_CORRECTED,
                    DecisionKind.GAP_FILLED,
                    DecisionKind.FRAMES_DROPPED,
                    DecisionKind.AUDIO_OVERLAPPED,
                    DecisionKind.EDIT_RATE_APPLIED,
                    DecisionKind.FRAME_RATE_ASSUMED,
                    DecisionKind.CHARACTERS_REMOVED,
                    DecisionKind.CROP_IGNORED,
                    DecisionKind.ORIENTATION_APPROXIMATED,
                    DecisionKind.PIXEL_ASPECT_IGNORED,
                    DecisionKind.ALPHA_IGNORED,
                    DecisionKind.STREAM_IGNORED,
                    DecisionKind.COLOUR_PROFILE_IGNORED,
                    DecisionKind.COLOUR_ENCODING_UNSUPPORTED,
                    DecisionKind.AUDIO_TRACK_SILENT,
                    DecisionKind.AUDIO_LAYERS_IGNORED,
                    DecisionKind.LETTERBOXED);

    /// Decisions that are reported at once, while there is time to react.
    private static final Set<DecisionKind> WARNINGS =
            EnumSet.of(
                    DecisionKind.LONG_EXPORT,
                    DecisionKind.OUTPUT_NEAR_LIMIT,
                    DecisionKind.DISK_SPACE_LOW,
                    DecisionKind.WORKERS_LIMITED);

    public static Console standard() {
        Integer columns = Integer.getInteger(COLUMNS);
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Sentences.in(userLocale(System.getenv())),
                columns == null ? OptionalInt.empty() : OptionalInt.of(columns));
    }

    /// The language of messages by the POSIX rules (`LC_ALL`, `LC_MESSAGES`, `LANG`), which Java
    /// follows only for locales that are installed; elsewhere the system's language.
    static Locale userLocale(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                return Locale.forLanguageTag(value.replaceAll("[.@].*", "").replace('_', '-'));
            }
        }
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// Prints what failed, and where.
    ///
    /// @return the exit code
    public int tell(Failure failure) {
        err.println(
                sentences.text("ui.failed", "kind", failure.kind().token())
                        + " "
                        + sentences.of(failure));
        String pointer = failure.fact(Fact.POINTER);
        if (!pointer.isEmpty()) {
            err.println("  " + pointer);
        }
        String trace = failure.fact(Fact.TRACE);
        if (!trace.isEmpty()) {
            err.println(sentences.text("ui.defect"));
        }
        return ExitCode.of(failure.kind());
    }

    /// Prints all problems of a project.
    ///
    /// @return the exit code
    public int tell(List<Problem> problems) {
        err.println(
                sentences.text("ui.invalid-project", "count", Integer.toString(problems.size())));
        for (Problem problem : problems) {
            String pointer = problem.pointer().isEmpty() ? "/" : problem.pointer();
            err.println("  " + pointer + ": " + sentences.of(problem));
        }
        return ExitCode.WRONG_USE;
    }

    public static boolean isWarning(Decision decision) {
        return WARNINGS.contains(decision.kind());
    }

    /// Prints a decision that cannot wait for the end.
    public void warn(Decision decision) {
        err.println("  " + sentences.of(decision));
    }

    /// Prints what is retried, and why.
    public void tell(ExportEvent.Retried retried) {
        String reason = sentences.of(retried.failure());
        err.println(
                retried.index()
                        .map(
                                index ->
                                        sentences.text(
                                                "ui.retry",
                                                "chunk",
                                                Integer.toString(index),
                                                "reason",
                                                reason))
                        .orElseGet(() -> sentences.text("ui.retry-audio", "reason", reason)));
    }

    /// Prints the decisions whose effect may be noticed in the output; the report lists all.
    public void tellWhatIsSeen(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (SEEN.contains(decision.kind())) {
                err.println("  " + sentences.of(decision));
            }
        }
    }
}

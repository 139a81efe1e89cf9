package com.autoclipr.composition;

import com.autoclipr.composition.json.Diagnostics;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonTree;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads a project file, version 1, as `docs/composition-format.md` describes it.
///
/// Strict: an unknown field, a wrong type, a value out of range is a problem. All problems are
/// reported at once, each with its JSON pointer. It never throws on any input and opens no file.
public final class ProjectReader {
    /// Largest project file that is read, in bytes.
    public static final int MAX_BYTES = JsonTree.MAX_BYTES;

    private ProjectReader() {}

    /// Reads the content of a project file (UTF-8, without byte order mark).
    public static ReadResult read(byte[] json) {
        Reading reading = new Reading();
        Diagnostics diagnostics = reading.diagnostics();
        Optional<Project> project =
                JsonTree.read(json, diagnostics)
                        .filter(root -> isOfThisVersion(root, diagnostics))
                        .flatMap(root -> Project.TYPE.read(root, reading));
        TimePrecision.check(diagnostics, project.flatMap(found -> found.output().frameRate()));
        return new ReadResult(
                diagnostics.problemCount() == 0 ? project : Optional.empty(),
                diagnostics.problems(),
                diagnostics.sources());
    }

    /// Another version is the only problem of a file: its fields have other meanings.
    private static boolean isOfThisVersion(Json root, Diagnostics diagnostics) {
        if (root instanceof Json.Fields object
                && object.fields().get("version") instanceof Json.Decimal version
                && version.value().compareTo(BigDecimal.valueOf(Project.VERSION)) != 0) {
            diagnostics.problem(
                    ProblemKind.UNSUPPORTED_VERSION,
                    version.location(),
                    "actual",
                    version.value().toString());
            return false;
        }
        return true;
    }
}

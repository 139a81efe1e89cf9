package com.autoclipr.composition;

import com.autoclipr.composition.json.JsonText;

/// Writes a project in the one normal form: a project file with every field given, in one order,
/// lengths in pixels, times as whole numbers or `"n/d"`, numbers as [Double#toString(double)] has
/// them.
///
/// `ProjectReader.read(ProjectWriter.write(p))` equals `p`, and equal projects give equal bytes. A
/// field that is left out is one that the project does not have (a duration, a stroke, …). Pointers
/// aren't written: they follow from the lists.
public final class ProjectWriter {
    private ProjectWriter() {}

    /// UTF-8, one line, without a line end.
    public static byte[] write(Project project) {
        JsonText json = new JsonText();
        Project.TYPE.write(project, json);
        return json.utf8();
    }
}

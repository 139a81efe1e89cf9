package com.autoclipr.plan;

import com.autoclipr.composition.Project;

/// What is left of a project where everything is taken away that cannot change the bytes of one
/// chunk or of the sound track.
///
/// It is a project of its own that comes out as the same pictures (or the same sound) as the part
/// of the project that it was cut from: that is what makes its bytes a key. Two projects with the
/// same slice have the same pixels, as the renderer knows nothing but the project and the time; a
/// field that is left out wrongly makes the slice look different from its project, and tests
/// compare the two.
///
/// @param project its timeline starts with the chunk; its sources are named by their content
/// @param names what its layers and files are called in the project
record Slice(Project project, SliceNames names) {}

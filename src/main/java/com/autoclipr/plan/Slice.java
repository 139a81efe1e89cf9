package com.autoclipr.plan;

import com.autoclipr.composition.Project;

/// A project reduced to what can change the bytes of one chunk or of the audio track.
///
/// It is a valid project and renders to the same frames (or audio) as the part of the project that
/// it was cut from, which makes its bytes a key: the renderer is a function of project and time, so
/// equal slices have equal pixels. Tests render slices and compare them with their projects, which
/// reveals a property left out by mistake.
///
/// @param project its timeline starts with the chunk; its sources are named by their content
/// @param names its layers and files in the project
record Slice(Project project, SliceNames names) {}

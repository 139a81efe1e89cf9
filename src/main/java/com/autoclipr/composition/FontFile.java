package com.autoclipr.composition;

import java.util.Optional;

/// A font file that texts may use.
///
/// @param pointer where it stands in the project file, such as `/fonts/0`
/// @param src path as the project file names it
/// @param family the name under which texts use it; empty: the name in the file
public record FontFile(String pointer, String src, Optional<String> family) {}

package com.autoclipr.media;

import java.nio.file.Path;

/// A font file that was located and hashed.
///
/// @param path real path on this machine
/// @param sha256 of its content, hexadecimal
public record FontSource(Path path, String sha256) {}

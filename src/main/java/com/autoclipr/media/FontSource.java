package com.autoclipr.media;

import java.nio.file.Path;

/// A font file that was found and digested.
///
/// @param path real path on this machine
/// @param sha256 hexadecimal digest of its content
public record FontSource(Path path, String sha256) {}

package com.autoclipr.media;

import java.nio.file.Path;

/// A source that was found, digested and probed.
///
/// @param path real path on this machine
/// @param sha256 hexadecimal digest of its content
/// @param facts what it is
public record SourceFile(Path path, String sha256, MediaFacts facts) {}

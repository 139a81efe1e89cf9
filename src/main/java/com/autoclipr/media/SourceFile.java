package com.autoclipr.media;

import java.nio.file.Path;

/// A source that was located, hashed and probed.
///
/// @param path real path on this machine
/// @param sha256 of its content, hexadecimal
/// @param facts result of probing it
public record SourceFile(Path path, String sha256, MediaFacts facts) {}

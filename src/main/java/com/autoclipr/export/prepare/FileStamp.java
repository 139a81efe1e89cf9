package com.autoclipr.export.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What changes when a file does: its size, the time of its last change, and which file it is.
///
/// @param text of all that; `gone` for a file that cannot be looked at
record FileStamp(String text) {
    static FileStamp of(Path path) {
        try {
            BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileStamp(
                    facts.size() + " " + facts.lastModifiedTime() + " " + facts.fileKey());
        } catch (IOException e) {
            return new FileStamp("gone");
        }
    }
}

package com.autoclipr.export.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Detects changes of a file: its size, modification time and identity.
///
/// @param text of these; `gone` for an inaccessible file
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

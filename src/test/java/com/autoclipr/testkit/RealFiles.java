package com.autoclipr.testkit;

import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import java.io.IOException;
import java.nio.file.Path;

/// The system's own files, for tests to change one operation of.
public class RealFiles implements DurableFiles {
    private final SystemFiles system = new SystemFiles();

    @Override
    public void createFolder(Path folder) throws IOException {
        system.createFolder(folder);
    }

    @Override
    public void write(Path file, Content content) throws IOException {
        system.write(file, content);
    }

    @Override
    public void sync(Path file) throws IOException {
        system.sync(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        system.rename(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        system.syncFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        system.delete(file);
    }
}

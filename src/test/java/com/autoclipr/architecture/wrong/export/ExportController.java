package com.autoclipr.architecture.wrong.export;

/// Used where it must not be.
public final class ExportController {}

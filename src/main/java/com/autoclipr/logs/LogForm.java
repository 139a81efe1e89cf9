package com.autoclipr.logs;

/// The format of log lines.
public enum LogForm {
    /// Plain text: time, level, export, worker, message.
    TEXT,
    /// One JSON object per line.
    JSON
}

package com.autoclipr.logs;

/// How a log line is written.
public enum LogForm {
    /// For people: time, level, whose, text.
    TEXT,
    /// For programs: a JSON object a line.
    JSON
}

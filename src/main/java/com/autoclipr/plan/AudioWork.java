package com.autoclipr.plan;

/// The sound track: made once for the whole cut.
///
/// @param key hexadecimal SHA-256 of everything that can change its bytes
/// @param names what layers and files are called in what is stored under the key
public record AudioWork(String key, SliceNames names) {}

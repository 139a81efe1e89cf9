package com.autoclipr.plan;

/// The audio track: made once for the whole cut.
///
/// @param key hexadecimal SHA-256 of everything that can change its bytes
/// @param names names of layers and files in what is stored under the key
public record AudioWork(String key, SliceNames names) {}

package com.autoclipr.plan;

import com.autoclipr.time.FrameRange;

/// One second of the timeline: the unit of encoding, caching and retry.
///
/// @param index position among the chunks
/// @param frames output frames
/// @param key hexadecimal SHA-256 of everything that can change the chunk's bytes
/// @param names names of layers and files in what is stored under the key
public record Chunk(int index, FrameRange frames, String key, SliceNames names) {}

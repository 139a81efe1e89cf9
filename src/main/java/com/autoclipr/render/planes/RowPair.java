package com.autoclipr.render.planes;

/// A source row and its destination row.
///
/// @param source samples
/// @param from index of the first sample
/// @param into destination
/// @param at index of the first destination sample
record RowPair(byte[] source, int from, byte[] into, int at) {}

package com.autoclipr.render.planes;

/// A row of samples and the row that it goes to.
///
/// @param source samples
/// @param from index of the first one
/// @param into where they go
/// @param at index of the first one there
record RowPair(byte[] source, int from, byte[] into, int at) {}

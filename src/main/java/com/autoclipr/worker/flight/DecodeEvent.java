package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Decoding sources for a chunk; its duration is that of drawing, which includes decoding.
@Name("com.autoclipr.Decode")
@Label("Decode chunk")
public final class DecodeEvent extends ChunkEvent {}

package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Encoding the frames of a chunk.
@Name("com.autoclipr.Encode")
@Label("Encode chunk")
public final class EncodeEvent extends ChunkEvent {}

package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Muxing the packets of a chunk.
@Name("com.autoclipr.Mux")
@Label("Write chunk")
public final class MuxEvent extends ChunkEvent {}

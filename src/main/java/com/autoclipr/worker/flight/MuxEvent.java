package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Writing a chunk's packets into the finished file.
@Name("com.autoclipr.Mux")
@Label("Write chunk")
public final class MuxEvent extends ChunkEvent {}

package com.autoclipr.architecture.wrong.messages;

import com.autoclipr.architecture.wrong.libav.handles.Beach;
import com.autoclipr.architecture.wrong.worker.child.Bench;

/// Breaks rules.
public final class Letter {
    public Object from() {
        return java.util.List.of(new Beach(), new Bench());
    }
}

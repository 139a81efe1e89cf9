package com.autoclipr.architecture.wrong.render;

import com.autoclipr.architecture.wrong.libav.Island;

/// Breaks rules.
public final class Brush {
    public int depth() {
        return org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE + new Island().hashCode();
    }

    public Class<?> frame() {
        return org.bytedeco.ffmpeg.avutil.AVFrame.class;
    }
}

package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;

/// Channel layouts as texts: `5.1(side)`, `FL+FR`, `3 channels`.
public final class ChannelLayouts {
    private static final int MOST_BYTES = 1024;

    /// Channels that a mask has a bit for.
    private static final int MASKED_CHANNELS = 63;

    private ChannelLayouts() {}

    /// By its usual name where it has one, whatever the order of its channels.
    public static String describe(AVChannelLayout layout) {
        if (layout.order() == AV_CHANNEL_ORDER_UNSPEC && layout.nb_channels() <= 2) {
            return layout.nb_channels() == 1 ? "mono" : "stereo";
        }
        long mask = mask(channels(layout));
        return Long.bitCount(mask) == layout.nb_channels() ? name(mask) : text(layout);
    }

    /// The name of a layout of channels that all have a place.
    static String describeAll(Collection<Integer> channels) {
        return name(mask(channels));
    }

    private static long mask(Collection<Integer> channels) {
        long mask = 0;
        for (int channel : channels) {
            mask |= hasPlace(channel) ? 1L << channel : 0;
        }
        return mask;
    }

    private static String name(long mask) {
        AVChannelLayout layout = new AVChannelLayout();
        avutil.av_channel_layout_from_mask(layout, mask);
        return text(layout);
    }

    /// The name of channels that are a part of a layout, in their order.
    public static String describe(List<Integer> channels) {
        StringBuilder text = new StringBuilder();
        for (int channel : channels) {
            text.append(text.isEmpty() ? "" : "+").append(name(channel));
        }
        return text.toString();
    }

    /// FFmpeg's numbers of a layout's channels, in their order; `AV_CHAN_NONE` where it does not
    /// say.
    public static List<Integer> channels(AVChannelLayout layout) {
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < layout.nb_channels(); i++) {
            channels.add(avutil.av_channel_layout_channel_from_index(layout, i));
        }
        return channels;
    }

    /// The channels of a text that this class made.
    public static List<Integer> channels(String text) {
        AVChannelLayout layout = new AVChannelLayout();
        try {
            Natives.check(
                    avutil.av_channel_layout_from_string(layout, text), FailureKind.INTERNAL_ERROR);
            return channels(layout);
        } finally {
            avutil.av_channel_layout_uninit(layout);
        }
    }

    /// Whether a channel's number is that of a place.
    static boolean hasPlace(int channel) {
        return channel >= 0 && channel < MASKED_CHANNELS;
    }

    static String name(int channel) {
        byte[] buffer = new byte[MOST_BYTES];
        avutil.av_channel_name(buffer, MOST_BYTES, channel);
        return text(buffer);
    }

    /// A layout of so many channels, of which it does not matter where they stand.
    static AVChannelLayout numbered(int channels) {
        AVChannelLayout layout = new AVChannelLayout();
        avutil.av_channel_layout_from_mask(layout, channels == 64 ? -1L : (1L << channels) - 1);
        return layout;
    }

    private static String text(AVChannelLayout layout) {
        byte[] buffer = new byte[MOST_BYTES];
        avutil.av_channel_layout_describe(layout, buffer, MOST_BYTES);
        return text(buffer);
    }

    /// Up to the zero that ends a text of C.
    private static String text(byte[] buffer) {
        int length = 0;
        while (length < buffer.length && buffer[length] != 0) {
            length++;
        }
        return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    }
}

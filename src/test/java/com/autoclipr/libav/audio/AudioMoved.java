package com.autoclipr.libav.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Moves the timestamps of sound back in a file that `ffmpeg` wrote; the program itself writes no
/// timestamps that go back.
public final class AudioMoved {
    private static final int TS_PACKET = 188;
    private static final int TS_SOUND_PID = 0x101;
    private static final int FLV_HEADER = 13;
    private static final int FLV_SOUND = 8;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CLUSTER_TIME = 0xE7;

    private AudioMoved() {}

    /// @param file MPEG-TS with pictures and sound, FLV, or Matroska with sound alone
    /// @param fromMs timestamps from here on are moved; of Matroska those of every cluster but the
    ///   first
    /// @param backMs by how much
    public static void back(Path file, long fromMs, long backMs) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "ts" -> ts(bytes, fromMs * 90, backMs * 90);
            case "flv" -> flv(bytes, fromMs, backMs);
            case "mkv" -> matroska(bytes, backMs);
            default -> throw new IllegalArgumentException(name);
        }
        Files.write(file, bytes.array());
    }

    private static void ts(ByteBuffer bytes, long from, long back) {
        long first = -1;
        for (int at = 0; at + TS_PACKET <= bytes.limit(); at += TS_PACKET) {
            int header = bytes.getInt(at);
            boolean begins = (header & 0x400000) != 0 && ((header >> 8) & 0x1fff) == TS_SOUND_PID;
            if (begins) {
                int payload = at + 4 + ((header & 0x20) != 0 ? 1 + (bytes.get(at + 4) & 0xff) : 0);
                int stamp = payload + 9;
                long high = (bytes.get(stamp) >> 1) & 7;
                long middle = (bytes.getShort(stamp + 1) & 0xffff) >> 1;
                long low = (bytes.getShort(stamp + 3) & 0xffff) >> 1;
                long ticks = (high << 30) | (middle << 15) | low;
                first = first < 0 ? ticks : first;
                if (ticks - first >= from) {
                    long moved = ticks - back;
                    bytes.put(stamp, (byte) (0x21 | ((moved >> 30) << 1)));
                    bytes.putShort(stamp + 1, (short) (((moved >> 15) << 1) | 1));
                    bytes.putShort(stamp + 3, (short) ((moved << 1) | 1));
                }
            }
        }
    }

    private static void flv(ByteBuffer bytes, long from, long back) {
        int at = FLV_HEADER;
        while (at + 11 < bytes.limit()) {
            int size = bytes.getInt(at) & 0xffffff;
            int stamp = bytes.getInt(at + 4);
            long ms = (stamp >>> 8) | ((stamp & 0xffL) << 24);
            if (bytes.get(at) == FLV_SOUND && ms >= from) {
                long moved = ms - back;
                bytes.putInt(at + 4, (int) ((moved << 8) | (moved >> 24)));
            }
            at += 11 + size + 4;
        }
    }

    private static void matroska(ByteBuffer bytes, long back) {
        int clusters = 0;
        for (int at = 0; at + 24 < bytes.limit(); at++) {
            if (bytes.getInt(at) == CLUSTER && clusters++ > 0) {
                int time = at + 4;
                while ((bytes.get(time) & 0xff) != CLUSTER_TIME) {
                    time++;
                }
                int width = bytes.get(time + 1) & 0x7f;
                long ms = 0;
                for (int i = 0; i < width; i++) {
                    ms = (ms << 8) | (bytes.get(time + 2 + i) & 0xff);
                }
                for (int i = 0; i < width; i++) {
                    bytes.put(time + 2 + i, (byte) ((ms - back) >> (8 * (width - 1 - i))));
                }
            }
        }
    }
}

package com.autoclipr.libav.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/// One JPEG within a file.
///
/// @param end where the file goes on behind it
/// @param whole whether it ends with the marker that ends a picture, after a scan in which no
///   restart marker is missing
/// @param width pixels, as its frame header says; 0 without one
/// @param height likewise
/// @param process which frame header it has, 0 to 15, and so how it is coded; -1 without one
/// @param components how many there are
/// @param extras what it says that it is, or that lies behind it
record JpegPicture(
        long end,
        boolean whole,
        int width,
        int height,
        int process,
        int components,
        Set<Extra> extras) {
    private static final int SOF0 = 0xc0;
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int TEM = 0x01;

    /// Whether the other one could be the next picture of the same film.
    boolean isAlike(JpegPicture other) {
        return width > 0
                && width == other.width
                && height == other.height
                && components == other.components;
    }

    /// Reads the markers of the picture that begins at `start`; every byte is looked at once.
    static JpegPicture read(FileBytes file, long start) throws IOException {
        return new Reading(file).read(start);
    }

    private static final class Reading {
        private final FileBytes file;
        private final Set<Extra> extras = EnumSet.noneOf(Extra.class);
        private int width;
        private int height;
        private int process = -1;
        private int components;
        private boolean scanned;
        private boolean interrupted;

        private Reading(FileBytes file) {
            this.file = file;
        }

        private JpegPicture read(long start) throws IOException {
            long at = start + 2;
            while (true) {
                at = file.find(at, 0xff);
                while (file.at(at) == 0xff) {
                    at++;
                }
                int marker = file.at(at);
                at++;
                if (marker < 0) {
                    return picture(file.size(), false);
                }
                if (marker == EOI) {
                    return picture(at, scanned && !interrupted);
                }
                if (marker == SOI) {
                    return picture(at - 2, false);
                }
                if (marker > TEM && (marker < RST0 || marker > RST7)) {
                    int length = file.twoAt(at);
                    if (length < 2 || at + length > file.size()) {
                        return picture(file.size(), false);
                    }
                    segment(marker, at + 2, length - 2);
                    at += length;
                    if (marker == SOS) {
                        scanned = true;
                        at = endOfScan(at);
                    }
                }
            }
        }

        private JpegPicture picture(long end, boolean whole) {
            return new JpegPicture(end, whole, width, height, process, components, extras);
        }

        /// Where the marker lies that ends the coded data from `from` on. Restart markers count
        /// from 0 to 7 and again: where one is missing, data is.
        private long endOfScan(long from) throws IOException {
            long at = from;
            int restarts = 0;
            while (true) {
                at = file.find(at, 0xff);
                int next = file.at(at + 1);
                if (next >= RST0 && next <= RST7) {
                    interrupted |= (next & 7) != (restarts & 7);
                    restarts++;
                } else if (next != 0 && next != 0xff) {
                    return at;
                }
                at += next == 0xff ? 1 : 2;
            }
        }

        private void segment(int marker, long at, int length) throws IOException {
            boolean frame = marker >= SOF0 && marker <= 0xcf;
            if (frame && marker != DHT && marker != JPG && marker != DAC && length >= 6) {
                process = marker - SOF0;
                height = file.twoAt(at + 1);
                width = file.twoAt(at + 3);
                components = file.at(at + 5);
            } else if (marker == APP1 && file.startsWith(at, "http://ns.adobe.com/x")) {
                xmp(at, length);
            } else if (marker == APP2 && file.startsWith(at, "MPF\0")) {
                extras.add(Extra.IMAGES);
            } else if (marker == APP2 && file.startsWith(at, "urn:iso:std:iso:ts:21496")) {
                extras.add(Extra.GAIN_MAP);
            }
        }

        private void xmp(long at, int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) file.at(at + i);
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.contains("hdrgm:") || text.contains("GainMap")) {
                extras.add(Extra.GAIN_MAP);
            }
            if (text.contains("MotionPhoto") || text.contains("MicroVideo")) {
                extras.add(Extra.VIDEO);
            }
            if (text.contains("GDepth:") || text.contains("\"Depth")) {
                extras.add(Extra.DEPTH_MAP);
            }
        }
    }
}

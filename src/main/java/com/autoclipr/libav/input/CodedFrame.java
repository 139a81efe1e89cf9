package com.autoclipr.libav.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// The header of a coded audio frame, which takes precedence over the file's headers.
///
/// @param rateHz sample rate; zero if the header refers to the file's
/// @param samples per channel
/// @param bytes size of the header
/// @param number index of the frame or of its first sample; zero for a codec without
public record CodedFrame(int rateHz, int samples, int bytes, long number) {
    private static final int[] ADTS_RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350
    };

    private static final int ADTS_HEADER = 7;
    private static final int AAC_SAMPLES = 1_024;

    private static final int[] FLAC_RATES = {
        0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };

    /// `fLaC` and the header of the first block, which may also be the last one.
    private static final long FLAC_FILE = 0x664C_6143_0000_0022L;

    private static final long FLAC_MARK = 0xFFFF_FFFF_7FFF_FFFFL;
    private static final int FLAC_SHORTEST = 6;
    private static final int FLAC_MOST_CHANNEL_CODES = 11;
    private static final int VORBIS_IDENTIFICATION = 30;
    private static final int BYTE = 0xFF;

    /// The content of a packet; valid until the next one is read.
    public static ByteBuffer bytes(AVPacket packet) {
        int size = packet.size();
        return size <= 0
                ? ByteBuffer.allocate(0)
                : packet.data().capacity(size).asByteBuffer().order(ByteOrder.BIG_ENDIAN);
    }

    /// The header of AAC in ADTS (ISO/IEC 13818-7, 6.2); for SBR, rate and samples of the core.
    static Optional<CodedFrame> adts(ByteBuffer data) {
        if (data.limit() < ADTS_HEADER || (data.getShort(0) & 0xFFF6) != 0xFFF0) {
            return Optional.empty();
        }
        int rate = data.get(2) >> 2 & 15;
        int blocks = (data.get(6) & 3) + 1;
        return rate >= ADTS_RATES.length
                ? Optional.empty()
                : Optional.of(
                        new CodedFrame(ADTS_RATES[rate], blocks * AAC_SAMPLES, ADTS_HEADER, 0));
    }

    /// The Vorbis identification header at the start of an Ogg chain link (Vorbis I, 4.2.2).
    static Optional<CodedFrame> vorbisIdentification(ByteBuffer data) {
        if (data.limit() < VORBIS_IDENTIFICATION
                || data.getInt(0) != 0x01766f72
                || data.getShort(4) != 0x6269) {
            return Optional.empty();
        }
        int rate = Integer.reverseBytes(data.getInt(12));
        return rate <= 0 ? Optional.empty() : Optional.of(new CodedFrame(rate, 0, 0, 0));
    }

    /// The header of a FLAC frame at `at` (RFC 9639, 9.1), if there is one.
    static Optional<CodedFrame> flac(ByteBuffer data, int at) {
        if (data.limit() - at < FLAC_SHORTEST
                || (data.getShort(at) & 0xFFFE) != 0xFFF8
                || (data.get(at + 3) >> 4 & 15) >= FLAC_MOST_CHANNEL_CODES) {
            return Optional.empty();
        }
        int sizeCode = data.get(at + 2) >> 4 & 15;
        int rateCode = data.get(at + 2) & 15;
        int more = Integer.numberOfLeadingZeros(~(data.get(at + 4) << 24));
        int sizeAt = at + 4 + Math.max(1, more);
        int rateAt = sizeAt + (sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0);
        int end = rateAt + (rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0);
        boolean lawful = more != 1 && more < 8 && sizeCode > 0 && rateCode < 15;
        if (!lawful || end >= data.limit() || crc8(data, at, end) != (data.get(end) & BYTE)) {
            return Optional.empty();
        }
        int samples =
                switch (sizeCode) {
                    case 1 -> 192;
                    case 6 -> (data.get(sizeAt) & BYTE) + 1;
                    case 7 -> (data.getShort(sizeAt) & 0xFFFF) + 1;
                    default -> sizeCode < 6 ? 144 << sizeCode : 1 << sizeCode;
                };
        int rate =
                switch (rateCode) {
                    case 12 -> (data.get(rateAt) & BYTE) * 1_000;
                    case 13 -> data.getShort(rateAt) & 0xFFFF;
                    case 14 -> (data.getShort(rateAt) & 0xFFFF) * 10;
                    default -> FLAC_RATES[rateCode];
                };
        long number = number(data, at + 4, more);
        return Optional.of(new CodedFrame(rate, samples, end + 1 - at, number));
    }

    /// Whether a packet begins with the first frame of a FLAC stream.
    public static boolean isFirstFlac(AVPacket packet) {
        return flac(bytes(packet), 0).filter(frame -> frame.number == 0).isPresent();
    }

    /// Where another FLAC file begins in `data`; its limit if there is none.
    static int flacFileIn(ByteBuffer data) {
        for (int at = 0; at + Long.BYTES <= data.limit(); at++) {
            if (data.get(at) == 'f' && (data.getLong(at) & FLAC_MARK) == FLAC_FILE) {
                return at;
            }
        }
        return data.limit();
    }

    /// All FLAC frames in `data`, which begins with one: a demuxer that does not find the end of a
    /// frame delivers several as one packet.
    static List<CodedFrame> flacFrames(ByteBuffer data) {
        List<CodedFrame> frames = new ArrayList<>();
        for (int at = 0; at < data.limit(); at++) {
            Optional<CodedFrame> frame =
                    flac(data, at)
                            .filter(next -> frames.isEmpty() || next.follows(frames.getLast()));
            if (frame.isPresent()) {
                frames.add(frame.get());
                at += frame.get().bytes - 1;
            }
        }
        return frames;
    }

    /// With a fixed block size the header counts frames, otherwise samples.
    boolean follows(CodedFrame before) {
        return number == before.number + 1 || number == before.number + before.samples;
    }

    /// A number in UTF-8-like coding.
    private static long number(ByteBuffer data, int at, int length) {
        long number = data.get(at) & (BYTE >> Math.max(1, length));
        for (int i = 1; i < length; i++) {
            number = number << 6 | (data.get(at + i) & 0x3F);
        }
        return number;
    }

    private static int crc8(ByteBuffer data, int from, int end) {
        int crc = 0;
        for (int i = from; i < end; i++) {
            crc ^= data.get(i) & BYTE;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ 0x07) & BYTE : crc << 1;
            }
        }
        return crc;
    }
}

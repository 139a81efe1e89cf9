package com.autoclipr.endtoend.dumps;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Decision;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.media.BarCode;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A finished file as text, one line per sample in presentation order: time, duration, key frame,
/// and what its encoder was given. Sizes are left out, because x264 and the AAC encoder produce
/// other bytes on other processors.
///
/// @param export that made it
/// @param width of the output in pixels
/// @param height of the output in pixels
/// @param exact whether only Java and exact decoders drew it: then each frame has a digest and the
///   number that a numbered source carries
record SampleDump(RecordedExport export, int width, int height, boolean exact) {
    private static final int GRID = 3;
    private static final int SILENT_DB = -120;

    String text() throws IOException {
        List<String> lines = new ArrayList<>();
        StreamFacts video = StreamFacts.of(export.file(), "v:0");
        lines.add(
                "video %dx%d %s"
                        .formatted(
                                video.number("width"),
                                video.number("height"),
                                video.text("r_frame_rate")));
        events(lines);
        frames(lines);
        audio(lines);
        return String.join("\n", lines) + "\n";
    }

    private void events(List<String> lines) {
        for (ExportEvent event : export.events()) {
            if (event instanceof ExportEvent.ChunkDone chunk) {
                lines.add("chunk %d frames %d".formatted(chunk.index(), chunk.frames()));
            } else if (event instanceof ExportEvent.Decided(Decision decision)) {
                StringBuilder line = new StringBuilder("decision " + decision.kind().token());
                new TreeMap<>(decision.facts())
                        .forEach(
                                (name, value) ->
                                        line.append(' ')
                                                .append(name)
                                                .append('=')
                                                .append(withoutFolder(value)));
                lines.add(line.toString());
            }
        }
    }

    private String withoutFolder(String value) {
        return value.replace(export.folder() + "/", "");
    }

    /// A packet of the file, in ticks of its track.
    private record Packet(long presentation, long duration, boolean keyFrame) {}

    private List<Packet> packets(String track) {
        List<Packet> packets = new ArrayList<>();
        List<String> arguments =
                List.of(
                        "-select_streams",
                        track,
                        "-show_entries",
                        "packet=pts,duration,flags",
                        "-of",
                        "csv=p=0",
                        export.file().toString());
        for (String line : Programs.ffprobe(arguments)) {
            String[] fields = line.split(",", -1);
            packets.add(
                    new Packet(
                            Long.parseLong(fields[0]),
                            Long.parseLong(fields[1]),
                            fields[2].startsWith("K")));
        }
        packets.sort((a, b) -> Long.compare(a.presentation(), b.presentation()));
        return packets;
    }

    private void frames(List<String> lines) throws IOException {
        Rational timeBase = StreamFacts.of(export.file(), "v:0").timeBase();
        byte[] all = Files.readAllBytes(export.folder().resolve(RecordingWorker.FRAMES));
        int frameBytes = width * height * 3 / 2;
        List<Packet> packets = packets("v:0");
        if (all.length != packets.size() * frameBytes) {
            throw new IllegalStateException(
                    all.length + " bytes of frames, " + packets.size() + " packets");
        }
        for (int n = 0; n < packets.size(); n++) {
            Packet packet = packets.get(n);
            byte[] frame = new byte[frameBytes];
            System.arraycopy(all, n * frameBytes, frame, 0, frameBytes);
            lines.add(
                    "frame %d at %s for %s%s %s"
                            .formatted(
                                    n,
                                    timeBase.times(packet.presentation()).toDecimal(6),
                                    timeBase.times(packet.duration()).toDecimal(6),
                                    packet.keyFrame() ? " key" : "",
                                    picture(frame)));
        }
    }

    /// Mean luma over nine fields, row by row, and mean chroma.
    private String picture(byte[] frame) {
        StringBuilder text = new StringBuilder();
        if (exact) {
            OptionalInt number = BarCode.read(frame, width, height);
            number.ifPresent(shown -> text.append("shows ").append(shown).append(' '));
        }
        text.append("luma");
        for (int field = 0; field < GRID * GRID; field++) {
            text.append(" ~").append(meanOfField(frame, field % GRID, field / GRID));
        }
        int luma = width * height;
        text.append(" chroma ~").append(mean(frame, luma, luma / 4));
        text.append(" ~").append(mean(frame, luma + luma / 4, luma / 4));
        if (exact) {
            text.append(" digest ").append(digest(frame));
        }
        return text.toString();
    }

    private int meanOfField(byte[] frame, int column, int row) {
        long sum = 0;
        int count = 0;
        for (int y = row * height / GRID; y < (row + 1) * height / GRID; y++) {
            for (int x = column * width / GRID; x < (column + 1) * width / GRID; x++) {
                sum += frame[y * width + x] & 255;
                count++;
            }
        }
        return Math.toIntExact(Math.round((double) sum / count));
    }

    private static int mean(byte[] bytes, int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += bytes[i] & 255;
        }
        return Math.toIntExact(Math.round((double) sum / count));
    }

    /// Audio packets, each with the samples that play during it.
    private void audio(List<String> lines) throws IOException {
        Path recording = export.folder().resolve(RecordingWorker.AUDIO);
        if (!Files.exists(recording)) {
            return;
        }
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(recording));
        int samples = all.capacity() / (2 * Float.BYTES);
        lines.add("audio samples %d".formatted(samples));
        int n = 0;
        for (Packet packet : packets("a:0")) {
            int from = Math.toIntExact(Math.clamp(packet.presentation(), 0, samples));
            int to =
                    Math.toIntExact(
                            Math.clamp(packet.presentation() + packet.duration(), from, samples));
            ByteBuffer heard = all.slice(from * 2 * Float.BYTES, (to - from) * 2 * Float.BYTES);
            lines.add(
                    "audio %d at %d for %d left ~%d right ~%d digest %s"
                            .formatted(
                                    n++,
                                    packet.presentation(),
                                    packet.duration(),
                                    levelDb(heard, 0),
                                    levelDb(heard, 1),
                                    digest(heard)));
        }
    }

    /// Root mean square, decibels of full scale.
    private static int levelDb(ByteBuffer samples, int side) {
        double sum = 0;
        int count = samples.capacity() / (2 * Float.BYTES);
        for (int i = 0; i < count; i++) {
            double sample = samples.getFloat((2 * i + side) * Float.BYTES);
            sum += sample * sample;
        }
        double meanSquare = count == 0 ? 0 : sum / count;
        return (int) Math.round(Math.max(SILENT_DB, 10 * Math.log10(meanSquare)));
    }

    private static String digest(byte[] bytes) {
        return digest(ByteBuffer.wrap(bytes));
    }

    private static String digest(ByteBuffer bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes.duplicate());
            return HexFormat.of().formatHex(sha256.digest(), 0, 6).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

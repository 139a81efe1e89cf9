package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.util.List;

/// Files of the MP4 family whose tables claim more than they hold (ISO/IEC 14496-12).
final class Mp4Bombs {
    private static final long MANY = 0x7fffffffL;

    private Mp4Bombs() {}

    static List<Bomb> all() {
        return List.of(
                video("samples.mp4", file -> claims("stsz", 8, MANY).to(file)),
                video("equal-samples.mp4", file -> equalSamples(MANY).to(file)),
                video("times.mp4", file -> claims("stts", 4, MANY).to(file)),
                video("repeated-times.mp4", file -> claims("stts", 8, MANY).to(file)),
                video("orders.mp4", file -> claims("ctts", 4, MANY).to(file)),
                video("chunks.mp4", file -> claims("stco", 4, MANY).to(file)),
                video("edits.mp4", file -> claims("elst", 4, MANY).to(file)),
                video("scale.mp4", file -> claims("mdhd", 12, MANY).to(file)),
                video("length.mp4", file -> claims("mdhd", 16, 0xffffffffL).to(file)),
                video("same-bytes.mp4", file -> equalSamples(3_000_000).to(file)),
                video("nested.mp4", file -> nested(200_000).to(file)),
                video("tracks.mp4", file -> tracks(100_000).to(file)),
                video("box-size.mp4", file -> boxSize().to(file)),
                video("elsewhere.mov", file -> elsewhere().to(file)));
    }

    private static Bomb video(String name, Bomb.Maker maker) {
        return new Bomb(name, "video", maker);
    }

    private static byte[] film() throws IOException {
        return Plain.film(
                "mp4", "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-c:a", "aac");
    }

    /// The film with another number at `offset` of the first such box's content.
    private static Bytes claims(String box, int offset, long number) throws IOException {
        byte[] bytes = film();
        Bytes.put(bytes, Bytes.find(bytes, box, 0) + 4 + offset, number, 4);
        return new Bytes().bytes(bytes);
    }

    /// A count of samples that are all one byte long and need no table.
    private static Bytes equalSamples(long count) throws IOException {
        byte[] bytes = film();
        int sizes = Bytes.find(bytes, "stsz", 0) + 8;
        Bytes.put(bytes, sizes, 1, 4);
        Bytes.put(bytes, sizes + 4, count, 4);
        int times = Bytes.find(bytes, "stts", 0) + 12;
        Bytes.put(bytes, times, count, 4);
        int perChunk = Bytes.find(bytes, "stsc", 0) + 16;
        Bytes.put(bytes, perChunk, count, 4);
        return new Bytes().bytes(bytes);
    }

    private static Bytes nested(int depth) {
        Bytes out = new Bytes().box("ftyp", new Bytes().text("isom").zeros(4).text("isom").done());
        for (int i = depth; i > 0; i--) {
            out.big(8L * i, 4).text(i == depth ? "moov" : "udta");
        }
        return out;
    }

    private static Bytes tracks(int count) {
        byte[] handler = new Bytes().zeros(4).text("vide").zeros(13).done();
        byte[] media =
                new Bytes()
                        .fullBox("mdhd", new Bytes().zeros(8).big(25, 4).big(25, 4).zeros(4).done())
                        .fullBox("hdlr", handler)
                        .done();
        byte[] track = new Bytes().box("trak", new Bytes().box("mdia", media).done()).done();
        Bytes all =
                new Bytes()
                        .fullBox(
                                "mvhd",
                                new Bytes().zeros(8).big(25, 4).big(25, 4).zeros(80).done());
        for (int i = 0; i < count; i++) {
            all.bytes(track);
        }
        return new Bytes()
                .box("ftyp", new Bytes().text("isom").zeros(4).text("isom").done())
                .box("moov", all.done());
    }

    /// A header that claims to have more bytes than any disk.
    private static Bytes boxSize() {
        return new Bytes()
                .box("ftyp", new Bytes().text("isom").zeros(4).text("isom").done())
                .big(1, 4)
                .text("moov")
                .big(Long.MAX_VALUE, 8)
                .zeros(64);
    }

    /// The samples are said to lie in another file.
    private static Bytes elsewhere() throws IOException {
        byte[] bytes = Plain.film("mov", "-c:v", "libx264", "-preset", "ultrafast", "-an");
        int reference = Bytes.find(bytes, "dref", 0) + 12;
        Bytes.put(bytes, reference + 8, 0, 4);
        return new Bytes().bytes(bytes);
    }
}

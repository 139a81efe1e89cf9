package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Videos with absurd frame rates, and transport streams with countless programmes.
final class StreamBombs {
    private static final int PACKET = 188;
    private static final int TABLE_PIDS = 32;

    private StreamBombs() {}

    static List<Bomb> all() {
        return List.of(
                video("million-a-second.y4m", file -> y4m("1000000:1", 20_000).to(file)),
                video("claimed-rate.y4m", file -> y4m("2147483647:1", 2).to(file)),
                video("slow.y4m", file -> y4m("1:2147483647", 3).to(file)),
                video("programs.ts", file -> programs(400).to(file)),
                video("noise.ts", file -> noise().to(file)),
                video("rate.avi", file -> avi().to(file)),
                video("backwards.ts", file -> backwards().to(file)));
    }

    private static Bomb video(String name, Bomb.Maker maker) {
        return new Bomb(name, "video", maker);
    }

    private static Bytes y4m(String rate, int pictures) {
        Bytes film = new Bytes().text("YUV4MPEG2 W16 H16 F" + rate + " Ip A1:1 C420jpeg\n");
        byte[] picture = new Bytes().text("FRAME\n").zeros(16 * 16 * 3 / 2).done();
        for (int i = 0; i < pictures; i++) {
            film.bytes(picture);
        }
        return film;
    }

    /// As many programs as there are identifiers for, of 200 streams each.
    private static Bytes programs(int count) {
        Bytes out = new Bytes();
        for (int round = 0; round < 4; round++) {
            for (int program = 1; program <= count; program++) {
                Bytes association = new Bytes().big(program, 2).big(0xe000 | tablePid(program), 2);
                packets(out, 0, section(0, 1, association.done()));
                Bytes streams = new Bytes().big(0xe000 | 0x100, 2).big(0xf000, 2);
                for (int i = 0; i < 200; i++) {
                    int pid = 0x100 + (program * 200 + i) % 0x1e00;
                    streams.big(0x1b, 1).big(0xe000 | pid, 2).big(0xf000, 2);
                }
                packets(out, tablePid(program), section(2, program, streams.done()));
            }
        }
        return out;
    }

    private static int tablePid(int program) {
        return 0x20 + program % TABLE_PIDS;
    }

    /// ISO/IEC 13818-1, 2.4.4.
    private static byte[] section(int table, int id, byte[] content) {
        byte[] section =
                new Bytes()
                        .big(table, 1)
                        .big(0xb000 | (content.length + 9), 2)
                        .big(id, 2)
                        .bytes((byte) 0xc1, (byte) 0, (byte) 0)
                        .bytes(content)
                        .done();
        return new Bytes().bytes(section).big(crc(section), 4).done();
    }

    private static long crc(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= (b & 0xff) << 24;
            for (int i = 0; i < 8; i++) {
                crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
            }
        }
        return crc & 0xffffffffL;
    }

    private static void packets(Bytes out, int pid, byte[] section) {
        byte[] padded = new byte[(section.length + PACKET - 4) / (PACKET - 4) * (PACKET - 4)];
        Arrays.fill(padded, (byte) 0xff);
        padded[0] = 0;
        System.arraycopy(section, 0, padded, 1, Math.min(section.length, padded.length - 1));
        for (int at = 0; at < padded.length; at += PACKET - 4) {
            out.bytes((byte) 0x47)
                    .big(pid | (at == 0 ? 0x4000 : 0), 2)
                    .big(0x10 | ((at / (PACKET - 4)) & 15), 1)
                    .bytes(Arrays.copyOfRange(padded, at, at + PACKET - 4));
        }
    }

    /// Thirty megabytes of noise in packets.
    private static Bytes noise() {
        Random random = new Random(7);
        Bytes out = new Bytes();
        byte[] packet = new byte[PACKET];
        for (int i = 0; i < 160_000; i++) {
            random.nextBytes(packet);
            packet[0] = 0x47;
            packet[3] = (byte) (0x10 | (packet[3] & 15));
            out.bytes(packet);
        }
        return out;
    }

    /// The header's rate and scale say four thousand million pictures a second.
    private static Bytes avi() throws IOException {
        byte[] bytes = Plain.film("avi", "-c:v", "mpeg4", "-an");
        int header = Bytes.find(bytes, "strh", 0) + 8;
        Bytes.putLittle(bytes, header + 20, 1, 4);
        Bytes.putLittle(bytes, header + 24, 0x7fffffff, 4);
        return new Bytes().bytes(bytes);
    }

    /// The same second twice: the clock runs back in the middle.
    private static Bytes backwards() throws IOException {
        byte[] film = Plain.film("ts", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac");
        return new Bytes().bytes(film).bytes(film);
    }
}
